import fc from 'fast-check';

import type { RolloutCommand } from '../../rollout';
import { sequencesOf } from '../histories';

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
  fc
    .record({ source, unit: fc.constantFrom('bapenda', null), on: fc.option(date) })
    .map<RolloutCommand>((given) => ({
      ...{ type: 'DelegateRollout', ...context, ...key, office: 'Bapenda', unitRegistered: true },
      ...given,
    })),
  fc.record({ source, on: fc.option(date) }).map<RolloutCommand>((given) => ({
    ...{ type: 'AdoptRollout', ...context, ...key, aliases: [], originRegistered: true },
    from: { region: '36.74', name: 'SIMPONIE' },
    ...given,
  })),
  fc
    .record({ source, kind: fc.constantFrom('built', 'running'), on: date })
    .map<RolloutCommand>((given) => ({ type: 'RecordRolloutStart', ...context, ...key, ...given })),
);

export const rolloutCommands = sequencesOf(command, 30);
