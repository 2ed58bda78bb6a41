import type { Refusal } from '../decider';
import { reachesBeyond } from '../rules/jurisdiction';
import { mustBeDecimal } from '../rules/numbers';
import { refusal } from '../rules/refusal';
import { isWithin } from '../values/decimal';
import type { OpenedScorecard } from './state';

/** A scorecard as a reason names it. */
export const describe = ({ opened }: OpenedScorecard): string =>
  `${opened.instrument} ${opened.year} of ${opened.region}`;

export const notFound = (): Refusal =>
  refusal('scorecard.not-found', 'no scorecard was opened here', 'Open the scorecard first.');

/**
 * MCP is scored by KPK, the Ministry of Home Affairs and BPKP (guide of 2023), not by the region: who
 * answers for nothing above it neither scores it, nor ends its uploads, nor finalises or amends its
 * score. What a region says of itself is evidence, or a publication with its source.
 */
export const judgeMustBeOutside = (
  { opened: { region } }: OpenedScorecard,
  { jurisdiction }: { readonly jurisdiction: readonly string[] },
): Refusal | null =>
  reachesBeyond(jurisdiction, region)
    ? null
    : refusal(
        'scorecard.judge-inside',
        `your jurisdiction (${jurisdiction.join(', ')}) does not reach beyond ${region}`,
        'Let somebody do it who answers for the province or for the whole country.',
      );

/** After finalisation a score changes only by an amendment with reason and decision. */
export const mustNotBeFinalised = (state: OpenedScorecard): Refusal | null =>
  state.status === 'finalised'
    ? refusal(
        'scorecard.finalised',
        `${describe(state)} is finalised at ${state.finalised.computed ?? 'no computed score'}`,
        'Correct it by an amendment with reason and decision.',
      )
    : null;

/** Areas that do not apply to the region's level are not copied into its scorecard. */
export function areaMustApply(state: OpenedScorecard, area: string): Refusal | null {
  if (state.opened.areas.some(({ id }) => id === area)) return null;
  return refusal(
    'scorecard.area-not-applicable',
    `area ${area} is not assessed for a ${state.opened.level} in ${describe(state)}`,
    state.opened.areas.length === 0
      ? 'Record its published scores; the instrument has no areas here.'
      : `Use one of ${state.opened.areas.map(({ id }) => id).join(', ')}.`,
    'area',
  );
}

export function mustFitScale(
  { opened: { scale } }: OpenedScorecard,
  field: string,
  score: string,
): Refusal | null {
  const unreadable = mustBeDecimal('scorecard', field, score);
  if (unreadable) return unreadable;
  return isWithin(score, scale.minimum, scale.maximum)
    ? null
    : refusal(
        'scorecard.score-out-of-scale',
        `${field} ${score} lies outside ${scale.minimum} to ${scale.maximum}`,
        'Give a score on the scale of the framework.',
        field,
      );
}

/** Where the list was never published, any indicator may be scored. */
export function indicatorMustBeListed(
  { opened }: OpenedScorecard,
  { area, indicator }: { readonly area: string; readonly indicator: string },
): Refusal | null {
  const listed = opened.areas.find(({ id }) => id === area)?.indicators ?? null;
  if (listed === null || listed.some(({ id }) => id === indicator)) return null;
  return refusal(
    'scorecard.indicator-not-listed',
    `area ${area} does not list the indicator ${indicator}`,
    `Use one of ${listed.map(({ id }) => id).join(', ')}.`,
    'indicator',
  );
}
