import fc from 'fast-check';

import type { FrameworkCommand } from '../../framework';
import { mcp2025 } from '../evidence-scorecards';
import { mcp2019 } from '../frameworks';
import { people, sequencesOf } from '../histories';

const common = { instrument: 'MCP', year: 2025, at: '2025-01-02T02:00:00.000Z' } as const;
const unsound = { ...mcp2019, bands: [{ id: 'red', from: '0', to: '50' }] };

export const frameworkCommands = sequencesOf<FrameworkCommand>(
  fc.oneof(
    fc
      .record({ actor: people, content: fc.constantFrom(mcp2019, mcp2025, unsound) })
      .map<FrameworkCommand>((fields) => ({ type: 'DraftFramework', ...common, ...fields })),
    people.map<FrameworkCommand>((actor) => ({ type: 'PublishFramework', ...common, actor })),
  ),
  20,
);
