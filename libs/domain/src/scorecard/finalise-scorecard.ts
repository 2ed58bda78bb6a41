import type { Decision, Refusal } from '../decider';
import { bandOf } from '../framework/band-of';
import { recordUnless, refusal } from '../rules/refusal';
import { closingOf, evidencePlaces, isClosed } from './closing';
import type { FinaliseScorecard } from './commands';
import { areaScores, total, unscoredAreas } from './computed-score';
import type { ScorecardFinalised } from './events';
import { keyOf } from './key';
import { describe, judgeMustBeOutside } from './scoring-rules';
import type { OpenedScorecard } from './state';

const mustHappenOnce = (state: OpenedScorecard): Refusal | null =>
  state.status === 'finalised'
    ? refusal(
        'scorecard.already-finalised',
        `${describe(state)} is finalised at ${state.finalised.computed ?? 'no computed score'}`,
        'Nothing remains to be done; correct it by an amendment.',
      )
    : null;

function mustBeClosed(state: OpenedScorecard, at: string): Refusal | null {
  if (evidencePlaces(state.opened).length === 0 || isClosed(state, at)) return null;
  return refusal(
    'scorecard.cycle-open',
    `the uploads of ${describe(state)} ${closingOf(state) === null ? 'have no end yet' : `end at ${closingOf(state) ?? ''}`}`,
    'Close the cycle, and finalise when it has closed.',
  );
}

/** The counting of the evidence precedes the finalisation; one that broke off is repeated. */
function mustBeCounted(state: OpenedScorecard, { counted }: FinaliseScorecard): Refusal | null {
  const known = new Set(counted.map(({ subIndicator }) => subIndicator));
  const open = evidencePlaces(state.opened).filter(({ subIndicator: { id } }) => !known.has(id));
  return open.length === 0
    ? null
    : refusal(
        'scorecard.evidence-uncounted',
        `the evidence of ${open.length} sub-indicators is not counted yet`,
        'Finalise again: the counting goes on where it ended.',
      );
}

/** Ends the scoring once: everything is verified or counts as zero, and what counts as zero is named. */
export function finaliseScorecard(
  state: OpenedScorecard,
  command: FinaliseScorecard,
): Decision<ScorecardFinalised> {
  const { counted, at } = command;
  return recordUnless(
    judgeMustBeOutside(state, command) ??
      mustHappenOnce(state) ??
      mustBeClosed(state, at) ??
      mustBeCounted(state, command),
    () => {
      const points = new Map(counted.map((result) => [result.subIndicator, result]));
      const computed = total(state, points);
      return {
        type: 'ScorecardFinalised',
        data: {
          ...keyOf(state),
          computed,
          areas: areaScores(state, points),
          countedAsZero: unscoredAreas(state, points),
          subIndicators: counted,
          band: bandOf(state.opened.bands, computed),
        },
      };
    },
  );
}
