import fc from 'fast-check';

import type { PactCommand } from '../../pact';
import { sequencesOf } from '../histories';
import { wording } from '../pacts';

const context = {
  actor: { kind: 'person', id: 'operator' },
  at: '2022-07-01T02:00:00.000Z',
} as const;

/** Few spellings of few people, so that they often meet. */
const party = fc.record({
  position: fc.constantFrom('Bupati', 'BUPATI ', 'Inspektur', 'Sekda', 'Ketua DPRD', ''),
  name: fc.constantFrom('Tatu', 'tatu', 'Rudy', ' RUDY', 'Bahrul', null),
});
const days = ['2022-06-22', '2022-06-23', '2022-06-24', '2022-06-25', '2022-12-01', '2022-02-30'];
const day = fc.constantFrom(...days);

/** The wording of these pacts is retired, so that some of them sign too late. */
export const lastDayOfWording = '2022-06-24';

const command: fc.Arbitrary<PactCommand> = fc.oneof(
  fc.constant<PactCommand>({
    type: 'DraftPact',
    ...context,
    pact: 'p',
    region: '36',
    textVersion: '2011',
    occasion: 'declaration',
    date: '2022-06-23',
    place: null,
    symbolicSigners: [],
    source: null,
    text: wording,
    textLastDay: lastDayOfWording,
    regionRegistered: true,
  }),
  fc.record({ party, day }).map<PactCommand>(({ party: signatory, day: signedOn }) => ({
    type: 'SignPact',
    ...context,
    signatory: { ...signatory, outside: false, region: null },
    signedOn,
    textLastDay: lastDayOfWording,
    claim: { pact: 'p', claimedAt: context.at },
    signatureReference: null,
  })),
  fc.record({ party, day }).map<PactCommand>(({ party: witness, day: witnessedOn }) => ({
    type: 'WitnessPact',
    ...context,
    witness,
    capacity: null,
    witnessedOn,
  })),
  fc.constantFrom('2022-06-23', '2022-06-24', '2022-06-25').map<PactCommand>((publishedOn) => ({
    type: 'PublishPact',
    ...context,
    publishedOn,
    publicationReference: 'gazette',
  })),
  day.map<PactCommand>((on) => ({
    type: 'SupersedePact',
    ...context,
    ground: 'text-replaced',
    reason: 'new wording',
    successor: null,
    on,
  })),
  fc
    .record({ party, successor: fc.constantFrom('q', 'p', null), on: day })
    .map<PactCommand>((fields) => ({
      ...{ type: 'SupersedeSignature', ...context, ground: 'position-changed', reason: 'moved' },
      ...{ signatory: fields.party, successor: fields.successor, on: fields.on },
    })),
);

export const pactCommands = sequencesOf(command, 40);
