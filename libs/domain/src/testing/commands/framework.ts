import fc from 'fast-check';

import type { FrameworkCommand } from '../../framework';
import { mcp2025 } from '../evidence-scorecards';
import { mcp2019 } from '../frameworks';
import { people, sequencesOf } from '../histories';

const common = { instrument: 'MCP', year: 2025, at: '2025-01-02T02:00:00.000Z' } as const;
const unsound = { ...mcp2019, bands: [{ id: 'red', from: '0', to: '50' }] };

/** Drafts, each with the digest it stands under here. */
const drafts = [mcp2019, mcp2025, unsound].map((content, place) => ({
  content,
  contentSha256: `${place}a`.repeat(32),
}));

export const frameworkCommands = sequencesOf<FrameworkCommand>(
  fc.oneof(
    fc.tuple(people, fc.constantFrom(...drafts)).map<FrameworkCommand>(([actor, draft]) => ({
      ...{ type: 'DraftFramework', ...common, ...draft, actor },
    })),
    fc
      .tuple(people, fc.constantFrom(...drafts), fc.integer({ min: 1, max: 2 }))
      .map<FrameworkCommand>(([actor, { contentSha256 }, version]) => ({
        ...{ type: 'PublishFramework', ...common, actor, version, contentSha256 },
      })),
  ),
  40,
);
