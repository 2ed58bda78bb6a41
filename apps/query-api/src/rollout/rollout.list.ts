import { rolloutRegister } from '@jejak/views';

import { listOf } from '../reading/list';

export const rolloutList = listOf(rolloutRegister, {
  path: '/v1/rollouts',
  filters: {
    region: 'region',
    province: 'province',
    module: 'modules',
    adoptedFrom: 'adoptions.from.region',
  },
  columns: {
    region: ({ region }) => region,
    province: ({ province }) => province,
    system: ({ system }) => system,
    name: ({ name }) => name,
    aliases: ({ aliases }) => aliases.map(({ name }) => name).join('; '),
    modules: ({ modules }) => modules.join(' '),
    partner: ({ partner }) => partner,
    promotedBy: ({ promotedBy }) => promotedBy,
    announcedOn: ({ announcedOn }) => announcedOn,
    starts: ({ starts }) => starts.map(({ kind, on }) => `${kind} ${on}`).join('; '),
    live: ({ live }) =>
      live
        .map(({ module, level, since }) => `${module ?? 'all'} ${level} ${since ?? '?'}`)
        .join('; '),
    adoptedFrom: ({ adoptions }) =>
      adoptions.map(({ from }) => `${from.name} (${from.region})`).join('; '),
    offices: ({ delegations }) => delegations.map(({ office }) => office).join('; '),
    retirements: ({ retirements }) => retirements.length,
    source: ({ source }) => source.id,
    plannedAt: ({ plannedAt }) => plannedAt,
    changedAt: ({ changedAt }) => changedAt,
  },
});
