import { type Decision, type Refusal, refused } from '../decider';
import { recordUnless, refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import type { ReturnEvidence } from './commands';
import type { EvidenceReturned } from './events';
import { atKnownPlace, originOf } from './place-rules';
import { mustStand, receiptUnknown, reviewerMustBeOutside } from './review-rules';
import type { EvidenceState, Upload } from './state';

const mustNotBeReturned = ({ receipt, state }: Upload): Refusal | null =>
  state === 'returned'
    ? refusal(
        'evidence.already-returned',
        `${receipt} is returned already`,
        'Nothing remains to be done until it is handed in again.',
        'receipt',
      )
    : null;

/** Sends a document back with the reason; what replaces it is a new upload with its own receipt. */
export const returnEvidence = (
  state: EvidenceState,
  command: ReturnEvidence,
): Decision<EvidenceReturned> =>
  atKnownPlace(command, ({ place }) => {
    const upload = state.uploads.find(({ receipt }) => receipt === command.receipt);
    if (upload === undefined) return refused(receiptUnknown(command));
    const { receipt, document } = upload;
    return recordUnless(
      reviewerMustBeOutside(upload, command) ??
        mustStand(state, upload) ??
        mustNotBeReturned(upload) ??
        mustNotBeBlank('evidence', 'reason', command.reason),
      () => ({
        type: 'EvidenceReturned',
        data: {
          ...originOf(command, place),
          document,
          receipt,
          reason: command.reason,
          returnedBy: command.actor.id,
        },
      }),
    );
  });
