import fc from 'fast-check';

import type { PolicyCommand } from '../../policy';
import { people, sequencesOf } from '../histories';
import { draftOf } from '../policies';

const day = fc.constantFrom('2019-01-01', '2020-06-30', '2021-01-01', '2022-02-02', '2022-02-30');
const digest = fc.constantFrom('ab'.repeat(32), 'cd'.repeat(32));
const zones = (offsetMinutes: number) =>
  draftOf({
    kind: 'time-zones',
    content: { zones: [{ id: 'WIB', offsetMinutes, provinces: ['36'] }] },
  });

export const policyDays = ['2018-12-31', '2019-01-01', '2020-06-30', '2021-07-01', '2030-01-01'];

export const policyCommands = sequencesOf<PolicyCommand>(
  fc.oneof(
    fc
      .record({
        actor: people,
        effectiveFrom: day,
        contentSha256: digest,
        offset: fc.constantFrom(420, 480, 7),
      })
      .map<PolicyCommand>(({ offset, ...change }) => ({ ...zones(offset), ...change })),
    fc.record({ actor: people, contentSha256: digest }).map<PolicyCommand>((fields) => ({
      ...{ type: 'ApprovePolicy', kind: 'time-zones', ...fields, at: zones(420).at },
    })),
    fc.record({ actor: people, lastDay: day }).map<PolicyCommand>((fields) => ({
      ...{ type: 'RetirePolicy', kind: 'time-zones', reason: 'over', at: zones(420).at },
      ...fields,
    })),
  ),
  25,
);
