import fc from 'fast-check';
import { wording } from '../testing/pacts';
import { mayBeSamePerson, pact, type PactCommand, type PactEvent, type PactState } from '.';

const context = {
  actor: { kind: 'person', id: 'operator' },
  at: '2022-07-01T02:00:00.000Z',
} as const;

/** Few spellings of few people, so that they often meet. */
const party = fc.record({
  position: fc.constantFrom('Bupati', 'BUPATI ', 'Inspektur', 'Sekda', 'Ketua DPRD', ''),
  name: fc.constantFrom('Tatu', 'tatu', 'Rudy', ' RUDY', 'Bahrul', null),
});
const day = fc.constantFrom('2022-06-22', '2022-06-23', '2022-06-24', '2022-12-01', '2022-02-30');

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
    regionRegistered: true,
  }),
  fc.record({ party, day }).map<PactCommand>(({ party: signatory, day: signedOn }) => ({
    type: 'SignPact',
    ...context,
    signatory: { ...signatory, outside: false, region: null },
    signedOn,
    signatureReference: null,
  })),
  fc.record({ party, day }).map<PactCommand>(({ party: witness, day: witnessedOn }) => ({
    type: 'WitnessPact',
    ...context,
    witness,
    capacity: null,
    witnessedOn,
  })),
  day.map<PactCommand>((publishedOn) => ({
    type: 'PublishPact',
    ...context,
    publishedOn,
    publicationReference: 'gazette',
  })),
  fc.constant<PactCommand>({
    type: 'SupersedePact',
    ...context,
    ground: 'text-replaced',
    reason: 'new wording',
    successor: null,
  }),
);

function run(commands: readonly PactCommand[]): { state: PactState; events: PactEvent[] } {
  const events: PactEvent[] = [];
  let state = pact.initialState();
  for (const next of commands) {
    const decision = pact.decide(state, next);
    if (decision.kind === 'refused') continue;
    events.push(...decision.events);
    state = decision.events.reduce((before, event) => pact.evolve(before, event), state);
  }
  return { state, events };
}

const histories = fc.array(command, { maxLength: 40 }).map(run);

describe('any history of commands on a pact', () => {
  it('never lets one person both sign and witness', () => {
    fc.assert(
      fc.property(histories, ({ state }) => {
        if (state.status === 'undrafted') return true;
        return state.witnesses.every(({ witness }) =>
          state.signatures.every(({ signatory }) => !mayBeSamePerson(witness, signatory)),
        );
      }),
    );
  });

  it('never puts a pact in force without signature and witness', () => {
    fc.assert(
      fc.property(histories, ({ state }) =>
        state.status === 'published' || state.status === 'superseded'
          ? state.signatures.length > 0 && state.witnesses.length > 0
          : true,
      ),
    );
  });

  it('folds to the same state again, which survives JSON', () => {
    fc.assert(
      fc.property(histories, ({ state, events }) => {
        const again = events.reduce(
          (before, event) => pact.evolve(before, event),
          pact.initialState(),
        );
        expect(again).toEqual(state);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
    );
  });
});
