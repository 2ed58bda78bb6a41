import type { Decider } from '../decider';
import type { FrameworkCommand } from './commands';
import { draftFramework } from './draft-framework';
import type { FrameworkEvent } from './events';
import { publishFramework } from './publish-framework';
import { evolve, type FrameworkState, initialState } from './state';

/** The rules of one instrument in one year, version after version. */
export const framework: Decider<FrameworkState, FrameworkCommand, FrameworkEvent> = {
  initialState,
  decide: (state, command) =>
    command.type === 'DraftFramework'
      ? draftFramework(state, command)
      : publishFramework(state, command),
  evolve,
};
