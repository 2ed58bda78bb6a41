import fc from 'fast-check';
import {
  parkedKinds,
  projection,
  type ProjectionEvent,
  type ProjectionState,
  type SkipParkedEvent,
  skipOf,
} from '.';

const stream = 'pact-serang-2025';

/** Few documents and few events, so that decisions often meet. */
const command: fc.Arbitrary<SkipParkedEvent> = fc
  .record({
    kind: fc.constantFrom(...parkedKinds),
    key: fc.constantFrom(stream, 'serang-2025', 'serang-2026'),
    number: fc.nat({ max: 3 }),
    reason: fc.constantFrom('Duplicate of another one.', 'Seen by the inspectorate.', 'short'),
  })
  .map(({ kind, key, number, reason }) => ({
    type: 'SkipParkedEvent',
    actor: { kind: 'person', id: 'rina' },
    at: '2026-03-01T02:00:00.000Z',
    view: 'pact-register',
    kind,
    key,
    event: {
      id: `00000000-0000-4000-8000-00000000000${number}`,
      stream,
      revision: String(number),
      type: 'PactSigned',
      position: `${number}/${number}`,
    },
    reason,
  }));

const foldOf = (events: readonly ProjectionEvent[]): ProjectionState =>
  events.reduce((before, event) => projection.evolve(before, event), projection.initialState());

function run(commands: readonly SkipParkedEvent[]): readonly ProjectionEvent[] {
  const events: ProjectionEvent[] = [];
  for (const next of commands) {
    const decision = projection.decide(foldOf(events), next);
    if (decision.kind === 'accepted') events.push(...decision.events);
  }
  return events;
}

const commands = fc.array(command, { maxLength: 40 });
const identityOf = (subject: Parameters<typeof skipOf>[0]): string =>
  JSON.stringify(skipOf(subject));

describe('any sequence of skips', () => {
  it('records each decision once', () => {
    fc.assert(
      fc.property(commands, (given) => {
        const recorded = run(given).map(({ data }) => identityOf(data));
        expect(new Set(recorded).size).toBe(recorded.length);
      }),
    );
  });

  it('records every decision that was well asked for', () => {
    fc.assert(
      fc.property(commands, (given) => {
        const recorded = new Set(run(given).map(({ data }) => identityOf(data)));
        const asked = given.filter(
          ({ kind, key, reason }) => reason !== 'short' && (kind !== 'stream' || key === stream),
        );
        expect(recorded).toEqual(new Set(asked.map(identityOf)));
      }),
    );
  });

  it('changes nothing when it is sent again', () => {
    fc.assert(
      fc.property(commands, (given) => {
        expect(run([...given, ...given])).toEqual(run(given));
      }),
    );
  });

  it('folds to the same state however often an event is seen, and survives JSON', () => {
    fc.assert(
      fc.property(commands, (given) => {
        const events = run(given);
        const state = foldOf(events);
        expect(foldOf(events.flatMap((event) => [event, event]))).toEqual(state);
        expect(foldOf([...events, ...events])).toEqual(state);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
    );
  });
});
