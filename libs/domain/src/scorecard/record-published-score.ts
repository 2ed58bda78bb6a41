import type { Decision, Refusal } from '../decider';
import { bandOf } from '../framework/band-of';
import { mustHaveHappened } from '../rules/dates';
import { canonical } from '../rules/numbers';
import { recordUnless, refusal } from '../rules/refusal';
import { mustCite, mustNotBeBlank } from '../rules/text';
import { compareDecimals, differenceOf } from '../values/decimal';
import type { RecordPublishedScore } from './commands';
import { standingScore } from './computed-score';
import type { PublishedScoreRecorded } from './events';
import { keyOf } from './key';
import { mustFitScale } from './scoring-rules';
import type { OpenedScorecard } from './state';

const rankMustBeOrdinal = ({ publishedRank }: RecordPublishedScore): Refusal | null =>
  publishedRank === null || (Number.isSafeInteger(publishedRank) && publishedRank >= 1)
    ? null
    : refusal(
        'scorecard.invalid-rank',
        `the published rank is ${publishedRank}`,
        'Give a whole number from 1 on, or null where no rank was published.',
        'publishedRank',
      );

/** The same fact from the same source adds nothing; another day, status or source does. */
function mustBeNews(
  { publications }: OpenedScorecard,
  { value, status, asOf, source }: RecordPublishedScore,
): Refusal | null {
  const found = publications.find(
    (known) =>
      known.status === status &&
      known.asOf === asOf &&
      known.source.id === source.id &&
      compareDecimals(known.value, value) === 0,
  );
  if (!found) return null;
  return refusal(
    'scorecard.publication-already-recorded',
    `${status} ${found.value} as of ${asOf ?? 'no given day'} from ${source.id} is publication ${found.publication}`,
    `Nothing remains to be done; amend publication ${found.publication} if it was wrong.`,
  );
}

/**
 * Keeps what was published beside what was computed, before and after finalisation. A score is only
 * comparable with its day and status: Kota Serang 2019 was published as 29, 29, 44 and 63
 * (kabartangerang.com, biem.co, tuntasmedia.com, bantensatu.co).
 */
export const recordPublishedScore = (
  state: OpenedScorecard,
  command: RecordPublishedScore,
): Decision<PublishedScoreRecorded> =>
  recordUnless(
    mustFitScale(state, 'value', command.value) ??
      mustHaveHappened('scorecard', 'asOf', command.asOf, command.at) ??
      rankMustBeOrdinal(command) ??
      mustCite('scorecard', command.source) ??
      mustNotBeBlank('scorecard', 'claimedBand', command.claimedBand) ??
      mustBeNews(state, command),
    () => {
      const value = canonical(command.value);
      const computed = standingScore(state);
      return {
        type: 'PublishedScoreRecorded',
        data: {
          ...keyOf(state),
          publication: state.publications.length + 1,
          value,
          status: command.status,
          asOf: command.asOf,
          source: command.source,
          publishedRank: command.publishedRank,
          computed,
          difference: computed && differenceOf(computed, value),
          claimedBand: command.claimedBand,
          band: bandOf(state.opened.bands, value),
        },
      };
    },
  );
