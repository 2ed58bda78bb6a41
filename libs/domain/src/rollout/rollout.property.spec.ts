import fc from 'fast-check';

import { rolloutCommands } from '../testing/commands/rollout';
import { historiesOf } from '../testing/histories';
import { earliestDayOf, isPartialDate, latestDayOf } from '../values/partial-date';
import { rollout } from '.';

const histories = historiesOf(rollout, rolloutCommands);

describe('any history of a system', () => {
  it('keeps at most one word of each source on each module and level, of planned modules only', () => {
    fc.assert(
      fc.property(histories, ({ state }) => {
        if (state.status === 'unplanned') return;
        const said = state.live.map((one) => `${one.module ?? ''} ${one.level} ${one.source.id}`);
        expect(new Set(said).size).toBe(said.length);
        expect(new Set(state.modules).size).toBe(state.modules.length);
        const modules = state.live.flatMap((one) => one.module ?? []);
        expect(state.modules).toEqual(expect.arrayContaining(modules));
      }),
    );
  });

  it('retires a module at most once, and the whole last', () => {
    fc.assert(
      fc.property(histories, ({ state }) => {
        if (state.status === 'unplanned') return;
        const ended = state.retirements.map((one) => one.module);
        expect(new Set(ended).size).toBe(ended.length);
        expect([-1, ended.length - 1]).toContain(ended.indexOf(null));
      }),
    );
  });
});

it('a date of any exactness spans its days', () => {
  expect([earliestDayOf('2016'), latestDayOf('2016')]).toEqual(['2016-01-01', '2016-12-31']);
  expect([earliestDayOf('2016-02'), latestDayOf('2016-02')]).toEqual(['2016-02-01', '2016-02-29']);
  expect([earliestDayOf('2016-02-03'), latestDayOf('2016-02-03')]).toEqual([
    '2016-02-03',
    '2016-02-03',
  ]);
  expect(['2016-00', '16', '2016-2', '2016-02-30', ''].some(isPartialDate)).toBe(false);
});
