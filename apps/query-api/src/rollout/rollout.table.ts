import type { MappedSystem } from '@jejak/views';

import type { Table } from '../reading/row-stream';
import type { RolloutMapReply } from './rollout.service';

type Mapped = MappedSystem & { readonly module: string };

/** A row for each module and system that has it. */
export const mapTable: Table<RolloutMapReply, Mapped> = {
  name: 'map',
  rows: ({ modules }) =>
    modules.flatMap(({ module, systems }) => systems.map((system) => ({ module, ...system }))),
  columns: {
    module: ({ module }) => module,
    region: ({ region }) => region,
    system: ({ system }) => system,
    name: ({ name }) => name,
    state: ({ state }) => state,
    levels: ({ levels }) => levels.map(({ level, state }) => `${level} ${state}`).join('; '),
    startDisputed: ({ startDisputed }) => startDisputed,
    adoptedFrom: ({ adoptedFrom }) => adoptedFrom.map(({ region }) => region).join('; '),
    offices: ({ offices }) => offices.join('; '),
    partner: ({ partner }) => partner,
  },
};
