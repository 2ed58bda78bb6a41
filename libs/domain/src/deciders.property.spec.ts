import fc from 'fast-check';

import { categoryOfEvent, deciderOf } from './deciders';
import { refusalCodes } from './refusal-codes';
import { histories } from './testing/commands';
import { foldOf, throughJson } from './testing/histories';

const listed = new Set<string>(refusalCodes);

describe.each(Object.entries(histories))('any history of a %s stream', (category, history) => {
  const replayer = deciderOf(`${category}-x`)!;

  it('is folded alike from stored events, and decided alike when the same is asked again', () => {
    fc.assert(
      fc.property(history, ({ events, state, decisions, decideAgain }) => {
        const stored = throughJson(events);
        expect(stored).toStrictEqual(events);
        expect(foldOf(replayer, stored)).toEqual(state);
        expect(throughJson(state)).toEqual(state);
        expect(decideAgain()).toEqual(decisions);
        const codes = decisions.flatMap((one) => (one.kind === 'refused' ? one.refusal.code : []));
        expect(codes.filter((code) => !listed.has(code))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('can come to every event of the stream, so that the above says something', () => {
    const recorded = fc
      .sample(history, { numRuns: 40, seed: 2026 })
      .flatMap(({ events }) => events.map(({ type }) => type));
    const possible = Object.entries(categoryOfEvent).filter(([, of]) => of === category);
    expect([...new Set(recorded)].sort()).toEqual(possible.map(([type]) => type).sort());
  });
});
