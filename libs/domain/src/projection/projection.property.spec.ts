import fc from 'fast-check';

import { parkedStream, projectionCommands as commands } from '../testing/commands/projection';
import { foldOf, historyOf } from '../testing/histories';
import { projection, type ProjectionEvent, type SkipParkedEvent, skipOf } from '.';

const run = (given: readonly SkipParkedEvent[]): readonly ProjectionEvent[] =>
  historyOf(projection, given).events;

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
          ({ kind, key, reason }) =>
            reason !== 'short' && (kind !== 'stream' || key === parkedStream),
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
        const state = foldOf(projection, events);
        expect(
          foldOf(
            projection,
            events.flatMap((event) => [event, event]),
          ),
        ).toEqual(state);
        expect(foldOf(projection, [...events, ...events])).toEqual(state);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
    );
  });
});
