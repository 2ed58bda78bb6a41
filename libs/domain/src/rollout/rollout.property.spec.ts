import fc from 'fast-check';

import { earliestDayOf, isPartialDate, latestDayOf } from '../values/partial-date';
import { rollout, type RolloutCommand, type RolloutState } from '.';

const context = {
  actor: { kind: 'person', id: 'operator' },
  at: '2026-01-05T02:00:00.000Z',
} as const;
const key = { region: '36.04', system: 'simral' } as const;
const source = fc.constantFrom('S1', 'S2').map((id) => ({ id, citation: 'a paper' }));
const moduleName = fc.constantFrom('a', 'b', 'c');
const date = fc.constantFrom('2016', '2017', '2017-06', '2017-13', '2030', '2018-01-01');

const command: fc.Arbitrary<RolloutCommand> = fc.oneof(
  fc
    .record({ source, modules: fc.array(moduleName, { maxLength: 2 }) })
    .map<RolloutCommand>((given) => ({
      type: 'PlanRollout',
      ...context,
      ...key,
      ...given,
      ...{ name: 'Simral', aliases: [], partner: null, promotedBy: null, announcedOn: null },
      regionRegistered: true,
    })),
  fc
    .record({ source, modules: fc.array(moduleName, { maxLength: 2 }) })
    .map<RolloutCommand>((given) => ({
      type: 'AddRolloutModules',
      ...context,
      ...key,
      ...given,
    })),
  fc
    .record({
      source,
      module: fc.option(moduleName),
      level: fc.constantFrom('village', 'region'),
      since: fc.option(date),
    })
    .map<RolloutCommand>((given) => ({ type: 'RecordRolloutLive', ...context, ...key, ...given })),
  fc
    .record({ source, module: fc.option(moduleName), on: fc.option(date) })
    .map<RolloutCommand>((given) => ({
      type: 'RetireRollout',
      ...context,
      ...key,
      ...given,
      reason: 'replaced',
    })),
);

const histories = fc.array(command, { maxLength: 30 }).map((commands) =>
  commands.reduce<RolloutState>((state, next) => {
    const decision = rollout.decide(state, next);
    if (decision.kind === 'refused') return state;
    return decision.events.reduce((before, event) => rollout.evolve(before, event), state);
  }, rollout.initialState()),
);

describe('any history of a system', () => {
  it('keeps at most one word of each source on each module and level, of planned modules only', () => {
    fc.assert(
      fc.property(histories, (state) => {
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
      fc.property(histories, (state) => {
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
