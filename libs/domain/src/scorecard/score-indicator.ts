import type { Decision, Refusal } from '../decider';
import { mustNameContent } from '../rules/evidence';
import { canonical, mustBeDecimal } from '../rules/numbers';
import { recordUnless, refusal } from '../rules/refusal';
import { mustBeSlug, mustNotBeBlank } from '../rules/text';
import { compareDecimals, isWithin } from '../values/decimal';
import type { ScoreIndicator } from './commands';
import type { IndicatorScored } from './events';
import { keyOf } from './key';
import {
  areaMustApply,
  indicatorMustBeListed,
  judgeMustBeOutside,
  mustNotBeFinalised,
} from './scoring-rules';
import type { OpenedScorecard } from './state';

/** What has sub-indicators gets its points by verified evidence, and by nothing else. */
function mustBeScoredAsWhole(
  { opened }: OpenedScorecard,
  { area, indicator }: ScoreIndicator,
): Refusal | null {
  const listed = opened.areas.find(({ id }) => id === area)?.indicators ?? [];
  const found = listed.find(({ id }) => id === indicator);
  return (found?.subIndicators ?? null) === null
    ? null
    : refusal(
        'scorecard.scored-by-evidence',
        `indicator ${indicator} of area ${area} has sub-indicators`,
        'Submit the evidence of its sub-indicators and let it be verified.',
        'indicator',
      );
}

function pointsMustFit({ points, maximumPoints }: ScoreIndicator): Refusal | null {
  if (compareDecimals(maximumPoints, '0') <= 0) {
    return refusal(
      'scorecard.maximum-not-positive',
      `the maximum is ${maximumPoints} points`,
      'Give a maximum above zero.',
      'maximumPoints',
    );
  }
  return isWithin(points, '0', maximumPoints)
    ? null
    : refusal(
        'scorecard.points-out-of-range',
        `${points} points lie outside 0 to ${maximumPoints}`,
        `Give points from 0 to ${maximumPoints}.`,
        'points',
      );
}

/**
 * Points per indicator, documents adding up to its maximum. Source: 2025 guide for the management of
 * regional assets, as published by 123dok.com.
 */
export const scoreIndicator = (
  state: OpenedScorecard,
  command: ScoreIndicator,
): Decision<IndicatorScored> =>
  recordUnless(
    judgeMustBeOutside(state, command) ??
      mustNotBeFinalised(state) ??
      areaMustApply(state, command.area) ??
      mustBeSlug('scorecard', 'indicator', command.indicator) ??
      indicatorMustBeListed(state, command) ??
      mustBeScoredAsWhole(state, command) ??
      mustBeDecimal('scorecard', 'points', command.points) ??
      mustBeDecimal('scorecard', 'maximumPoints', command.maximumPoints) ??
      pointsMustFit(command) ??
      mustNameContent('scorecard', command.evidence) ??
      mustNotBeBlank('scorecard', 'note', command.note),
    () => ({
      type: 'IndicatorScored',
      data: {
        ...keyOf(state),
        area: command.area,
        indicator: command.indicator,
        points: canonical(command.points),
        maximumPoints: canonical(command.maximumPoints),
        evidence: command.evidence.map(({ sha256, title }) => ({ sha256, title })),
        note: command.note,
      },
    }),
  );
