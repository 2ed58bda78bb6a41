import type { Decision, Refusal } from '../decider';
import { recordUnless, refusal } from '../rules/refusal';
import type { CountEvidence } from './commands';
import type { EvidenceCounted } from './events';
import { atKnownPlace, type KnownPlace, originOf } from './place-rules';
import { standingPoints } from './standing-points';
import type { EvidenceState } from './state';

const mustBeUncounted = ({ counted }: EvidenceState): Refusal | null =>
  counted === null
    ? null
    : refusal(
        'evidence.already-counted',
        `it was counted at ${counted.points} of ${counted.maximumPoints} points`,
        'Nothing remains to be done.',
      );

const mustHaveClosed = ({ closesAt }: KnownPlace, { at }: CountEvidence): Refusal | null =>
  closesAt !== null && at > closesAt
    ? null
    : refusal(
        'evidence.cycle-open',
        `uploads ${closesAt === null ? 'have no end yet' : `end at ${closesAt}`}`,
        'Count when the uploads have ended.',
      );

/** Takes down what was earned, as the last word of the reviews: nothing can slip in behind it. */
export const countEvidence = (
  state: EvidenceState,
  command: CountEvidence,
): Decision<EvidenceCounted> =>
  atKnownPlace(command, (known) =>
    recordUnless(mustBeUncounted(state) ?? mustHaveClosed(known, command), () => {
      const { points, maximumPoints, zeroBecause } = standingPoints(known.place, state.uploads);
      return {
        type: 'EvidenceCounted',
        data: {
          ...originOf(command, known.place),
          points,
          maximumPoints,
          zeroBecause,
          countedBy: command.actor.id,
        },
      };
    }),
  );
