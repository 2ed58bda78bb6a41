import type { Decision, Refusal } from '../decider';
import { recordUnless, refusal } from '../rules/refusal';
import type { ShredSubjectKey } from './commands';
import type { SubjectKeyShredded } from './events';
import { aboutRequest } from './rules';
import { type AskedErasure, type ErasureState, isAsked } from './state';

function mustBeGranted({ status, key }: AskedErasure): Refusal | null {
  if (status === 'granted') return null;
  return status === 'shredded'
    ? refusal(
        'erasure.already-shredded',
        'the key of this subject was destroyed',
        'Nothing was changed: there is nothing left to erase.',
      )
    : refusal(
        'erasure.not-granted',
        `request ${key.request} of this subject is ${status}`,
        'A key is destroyed only when a request for it was granted.',
      );
}

/** Two persons: a key that one could destroy alone would be evidence that one could destroy alone. */
const mustBeAnother = ({ decidedBy }: AskedErasure, person: string): Refusal | null =>
  decidedBy === person
    ? refusal(
        'erasure.shredder-decided',
        `${person} granted the request`,
        'Let a second person destroy the key.',
      )
    : null;

const unshreddable = (asked: AskedErasure, person: string): Refusal | null =>
  mustBeGranted(asked) ?? mustBeAnother(asked, person);

/**
 * Whether this person may destroy the key now. Whoever destroys it asks before: a granted request stays
 * so until its key is destroyed, so that what is true here is still true when it is recorded.
 */
export const mayShred = (state: ErasureState, person: string): boolean =>
  isAsked(state) && unshreddable(state, person) === null;

/** Records that the key was destroyed. */
export const shredSubjectKey = (
  state: ErasureState,
  { actor }: ShredSubjectKey,
): Decision<SubjectKeyShredded> =>
  aboutRequest(state, (asked) =>
    recordUnless(unshreddable(asked, actor.id), () => ({
      type: 'SubjectKeyShredded',
      data: { ...asked.key, shreddedBy: actor.id },
    })),
  );
