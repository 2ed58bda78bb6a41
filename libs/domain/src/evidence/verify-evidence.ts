import { type Decision, type Refusal, refused } from '../decider';
import { canonical, mustBeDecimal } from '../rules/numbers';
import { recordUnless, refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import type { DecimalText } from '../values';
import { isWithin } from '../values/decimal';
import type { VerifyEvidence } from './commands';
import type { EvidenceVerified } from './events';
import { atKnownPlace, originOf, pointsOfDocument } from './place-rules';
import { mustStand, receiptUnknown, reviewerMustBeOutside } from './review-rules';
import type { EvidenceState, Upload } from './state';

const pointsMustFit = (maximum: DecimalText, { points }: VerifyEvidence): Refusal | null =>
  mustBeDecimal('evidence', 'points', points) ??
  (isWithin(points, '0', maximum)
    ? null
    : refusal(
        'evidence.points-out-of-range',
        `${points} points lie outside 0 to ${maximum}`,
        `Give points from 0 to ${maximum}.`,
        'points',
      ));

/** A second judgement says why it differs from the first. */
const mustExplainChange = ({ state }: Upload, { note }: VerifyEvidence): Refusal | null =>
  state === 'waiting' || note !== null
    ? null
    : refusal(
        'evidence.note-missing',
        `it is ${state} already`,
        'Say in a note why it is judged again.',
        'note',
      );

/** Gives a document its points, from 0 to what the framework says it is worth. */
export const verifyEvidence = (
  state: EvidenceState,
  command: VerifyEvidence,
): Decision<EvidenceVerified> =>
  atKnownPlace(command, ({ place }) => {
    const upload = state.uploads.find(({ receipt }) => receipt === command.receipt);
    if (upload === undefined) return refused(receiptUnknown(command));
    const { receipt, document } = upload;
    const maximumPoints = pointsOfDocument(place, document) ?? '0';
    return recordUnless(
      reviewerMustBeOutside(upload, command) ??
        mustStand(state, upload) ??
        pointsMustFit(maximumPoints, command) ??
        mustNotBeBlank('evidence', 'note', command.note) ??
        mustExplainChange(upload, command),
      () => ({
        type: 'EvidenceVerified',
        data: {
          ...originOf(command, place),
          document,
          receipt,
          points: canonical(command.points),
          maximumPoints,
          note: command.note,
          verifiedBy: command.actor.id,
        },
      }),
    );
  });
