import type { Decider } from '../decider';
import type { ProjectionCommand } from './commands';
import type { ProjectionEvent } from './events';
import { skipParkedEvent } from './skip-parked-event';
import { evolve, initialState, type ProjectionState } from './state';

/** The rules of what is decided about one view. */
export const projection: Decider<ProjectionState, ProjectionCommand, ProjectionEvent> = {
  initialState,
  decide: skipParkedEvent,
  evolve,
};
