import fc from 'fast-check';

import type { PassDeadline } from '../../deadline';
import type { RecordComplianceStatistic } from '../../declaration';
import type { RecordClaim } from '../../dispute';
import type { IndexCommand } from '../../indices';
import type { DeclareZone, RecordPactCoverage } from '../../zone';
import { people, sequencesOf } from '../histories';
import { scales } from '../index-scales';
import { sheetInForce } from '../zone-sheets';

const at = '2026-01-05T02:00:00.000Z';
const source = fc.constantFrom('B7', 'B9').map((id) => ({ id, citation: 'a paper' }));
const value = fc.constantFrom('71.53', '73', '72.95', '100', '100.1', 'x');

export const indexCommands = sequencesOf<IndexCommand>(
  fc.oneof(
    fc
      .record({
        actor: people,
        value,
        claimedBand: fc.constantFrom(null, 'yellow', 'purple'),
        source,
      })
      .map<IndexCommand>((fields) => ({
        ...{ type: 'RecordIndex', kind: 'SPI', subject: 'national', year: 2024, at },
        ...{ claimedAs: null, respondents: null, publishedOn: null, policy: scales },
        subjectRegistered: true,
        ...fields,
      })),
    fc
      .record({ actor: people, publication: fc.integer({ min: 0, max: 3 }), to: value })
      .map<IndexCommand>((fields) => ({
        ...{ type: 'CorrectIndex', kind: 'SPI', subject: 'national', year: 2024, at },
        ...{ reason: 'Typing error', policy: scales },
        ...fields,
      })),
  ),
  15,
);

export const disputeCommands = sequencesOf<RecordClaim>(
  fc
    .record({
      actor: people,
      date: fc.constantFrom('2025-02-16', '2025-02-17', '2027-01-01'),
      about: fc.constantFrom([{ region: '36.72', rank: 8 }], [{ region: '36.70', rank: 1 }]),
      source,
    })
    .map((fields) => ({
      ...{ type: 'RecordClaim', instrument: 'MCP', year: 2024, by: 'Inspektorat', at },
      text: 'Kota Cilegon is 8th of 8',
      ...fields,
    })),
  12,
);

export const deadlineCommands = sequencesOf<PassDeadline>(
  fc
    .record({
      dueOn: fc.constantFrom('2017-10-31', '2017-11-30', '2030-01-01'),
      offsetMinutes: fc.constantFrom(420, 480, 540),
    })
    .map(({ dueOn, offsetMinutes }) => ({
      ...{ type: 'PassDeadline', id: 'plan.milestone:banten-2017:apbd:m1', dueOn, at },
      ...{ deadline: 'plan.milestone', region: '36', subject: 'plan-banten-2017' },
      ...{ title: 'The budget is public', zoneAssumed: false, policyVersion: 1 },
      zone: { id: 'WIB', offsetMinutes },
      actor: { kind: 'system', id: 'clock' },
    })),
  8,
);

const count = fc.constantFrom(0, 3, 6, 9);

export const declarationStatisticCommands = sequencesOf<RecordComplianceStatistic>(
  fc
    .record({
      actor: people,
      obligors: count,
      submitted: count,
      complete: fc.option(count),
      source,
    })
    .map((fields) => ({
      ...{ type: 'RecordComplianceStatistic', year: 2023, asOf: '2024-04', field: null, at },
      ...fields,
    })),
  10,
);

const zoneDay = fc.constantFrom('2021-03-01', '2021-06-01', '2022-01-01', '2027-01-01');
const coverage = fc.record({ staff: count, signed: count });

export const zoneDeclarationCommands = sequencesOf<DeclareZone | RecordPactCoverage>(
  fc.oneof(
    fc.record({ actor: people, declaredOn: zoneDay, coverage }).map<DeclareZone>((fields) => ({
      ...{ type: 'DeclareZone', region: '36.04', publication: 'serangkab.go.id', at },
      ...{ witnesses: [], source: null, regionRegistered: true, sheet: sheetInForce },
      ...fields,
    })),
    fc.record({ actor: people, asOf: zoneDay, coverage }).map<RecordPactCoverage>((fields) => ({
      ...{ type: 'RecordPactCoverage', region: '36.04', at },
      ...fields,
    })),
  ),
  20,
);
