import type { CommandContext } from '../command-context';
import type { ParkedEventSkipped } from './events';

/**
 * Leaves a parked event out of one document, row or stream of a view; the actor answers for it.
 * Whether the event is parked is not asked, because a command never reads a view: a skip of an
 * event that the view can fold has no effect.
 */
export type SkipParkedEvent = CommandContext &
  Omit<ParkedEventSkipped['data'], 'skippedBy'> & { readonly type: 'SkipParkedEvent' };

export type ProjectionCommand = SkipParkedEvent;
