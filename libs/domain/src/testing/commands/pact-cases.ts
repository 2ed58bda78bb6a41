import fc from 'fast-check';

import {
  pact,
  type ClaimSignature,
  type PactBreachCommand,
  type PactTextCommand,
  type RecordPactCoverage,
} from '../../pact';
import { foldOf, people, sequencesOf } from '../histories';
import { inForce, wording } from '../pacts';

const at = '2024-04-01T02:00:00.000Z';
const day = fc.constantFrom('2023-12-31', '2024-02-01', '2024-03-01', '2024-05-01');

export const pactTextCommands = sequencesOf<PactTextCommand>(
  fc.oneof(
    fc
      .record({
        actor: people,
        clauses: fc.constantFrom(wording.clauses, wording.clauses.slice(1), [
          ...wording.clauses,
          ...wording.clauses,
        ]),
      })
      .map<PactTextCommand>((change) => ({ type: 'PublishPactText', ...wording, at, ...change })),
    fc.record({ actor: people, lastDay: day }).map<PactTextCommand>((fields) => ({
      ...{ type: 'RetirePactText', version: wording.version, at, reason: 'a new regulation' },
      ...fields,
    })),
  ),
  6,
);

export const pactCoverageCommands = sequencesOf<RecordPactCoverage>(
  fc
    .record({
      actor: people,
      asOf: day,
      staff: fc.nat(9),
      signed: fc.nat(9),
      source: fc.constantFrom('S3', 'BKD').map((id) => ({ id, citation: 'a letter' })),
    })
    .map((change) => ({
      ...{ type: 'RecordPactCoverage', region: '36.04', unit: 'disdukcapil', at },
      ...{ unitName: 'Disdukcapil', regionRegistered: true },
      ...change,
    })),
  15,
);

const signedPact = foldOf(pact, inForce);

const claimedAt = '2024-04-01T01:00:00.000Z';

/** Two pacts that want one signature, each knowing the other as open or as signed. */
export const pactSignerCommands = sequencesOf<ClaimSignature>(
  fc
    .record({
      actor: people,
      pact: fc.constantFrom('serang-2022-06-23', 'serang-2024'),
      claimedBy: fc.constantFrom('serang-2022-06-23', 'serang-2024', null),
      state: fc.constantFrom(signedPact, foldOf(pact, inForce.slice(0, 1))),
      at: fc.constantFrom(claimedAt, at),
    })
    .map(({ claimedBy, state, ...change }) => ({
      ...{ type: 'ClaimSignature', region: '36.04', signer: 'ab'.repeat(32), textVersion: '2011' },
      party: { position: 'Bupati Serang', name: 'Ratu Tatu Chasanah', region: '36.04' },
      holder:
        claimedBy === null ? null : { pact: claimedBy, readAt: '2024-04-01T02:00:00.000Z', state },
      ...change,
    })),
  10,
);

export const pactBreachCommands = sequencesOf<PactBreachCommand>(
  fc.oneof(
    fc
      .record({ actor: people, position: fc.constantFrom('Bupati Serang', 'Sekda') })
      .map<PactBreachCommand>((fields) => ({
        ...{ type: 'ReportPactBreach', breach: '2024-001', region: '36.04', at },
        ...{ pact: 'serang-2022-06-23', obligations: ['avoid-conflict-of-interest'] },
        ...{ reporter: '5f0c2a91-3c1e-4b7a-9a43-7f0f5a4c2e11', reportedOn: '2024-02-01' },
        ...{ appealOf: null, appealed: null, pactState: signedPact },
        ...fields,
      })),
    fc
      .record({
        actor: people,
        concludedOn: day,
        finding: fc.constantFrom('proven', 'not-proven'),
        sanctionReference: fc.constantFrom('SK-12/2024', null),
      })
      .map<PactBreachCommand>((fields) => ({
        ...{ type: 'ConcludePactBreach', at, reason: 'seen in the minutes' },
        ...fields,
      })),
  ),
  12,
);
