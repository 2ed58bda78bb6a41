import type { Decision, Refusal } from '../decider';
import { recordUnless, refusal } from '../rules/refusal';
import type { ReadComplaint } from './commands';
import type { ComplaintRead } from './events';
import type { OpenedComplaint } from './state';

/**
 * What a complaint says may name its reporter: once an officer answers for it, nobody else reads it.
 * Before, the desk that received it must, to know where it belongs.
 */
const readerMustHandle = ({ handler }: OpenedComplaint, reader: string): Refusal | null =>
  handler === null || handler === reader
    ? null
    : refusal(
        'complaint.reader-not-handler',
        `${handler} handles the complaint, and ${reader} asks to read it`,
        `Ask ${handler}, or have it assigned to you: that is recorded too.`,
      );

/** A reading is a fact, whatever became of the complaint: who answers for one may look it up. */
export const readComplaint = (
  state: OpenedComplaint,
  { actor }: ReadComplaint,
): Decision<ComplaintRead> =>
  recordUnless(readerMustHandle(state, actor.id), () => ({
    type: 'ComplaintRead',
    data: { ...state.key, readBy: actor.id },
  }));
