import type { Decision, Refusal } from '../decider';
import { recordUnless, refusal } from '../rules/refusal';
import { mustBeSlug } from '../rules/text';
import type { AssignIndicator } from './commands';
import type { IndicatorAssigned } from './events';
import { keyOf } from './key';
import { ownLead } from './leads';
import { areaMustApply, indicatorMustBeListed } from './scoring-rules';
import type { OpenedScorecard } from './state';

/** Where no list was published there is nothing below the indicator that could be told apart. */
function subIndicatorMustBeListed(
  { opened }: OpenedScorecard,
  { area, indicator, subIndicator }: AssignIndicator,
): Refusal | null {
  if (subIndicator === null) return null;
  const listed = opened.areas
    .find(({ id }) => id === area)
    ?.indicators?.find(({ id }) => id === indicator)?.subIndicators;
  if (listed?.some(({ id }) => id === subIndicator)) return null;
  return refusal(
    'scorecard.sub-indicator-not-listed',
    `indicator ${indicator} does not list the sub-indicator ${subIndicator}`,
    listed
      ? `Use one of ${listed.map(({ id }) => id).join(', ')}.`
      : 'Assign the whole indicator: leave the sub-indicator out.',
    'subIndicator',
  );
}

const mustBeAnother = (
  lead: string | null,
  { unit, indicator, subIndicator }: AssignIndicator,
): Refusal | null =>
  lead === unit
    ? refusal(
        'scorecard.already-assigned',
        `${unit} leads ${subIndicator === null ? 'indicator' : 'sub-indicator'} ${subIndicator ?? indicator} already`,
        'Nothing remains to be done.',
        'unit',
      )
    : null;

/**
 * Who answers for an indicator or for one of its sub-indicators (penanggung jawab): the 2025 guides
 * name offices for each, and one of them leads (Jejak's own rule). A finalised scorecard can still be
 * taken over: somebody answers for it in the next year's review.
 */
export function assignIndicator(
  state: OpenedScorecard,
  command: AssignIndicator,
): Decision<IndicatorAssigned> {
  const { area, indicator, subIndicator, unit, actor } = command;
  const replaces = ownLead(state.assignments, command);
  return recordUnless(
    areaMustApply(state, area) ??
      mustBeSlug('scorecard', 'indicator', indicator) ??
      indicatorMustBeListed(state, command) ??
      subIndicatorMustBeListed(state, command) ??
      mustBeSlug('scorecard', 'unit', unit) ??
      mustBeAnother(replaces, command),
    () => ({
      type: 'IndicatorAssigned',
      data: {
        ...{ ...keyOf(state), area, indicator, subIndicator, unit, replaces },
        assignedBy: actor.id,
      },
    }),
  );
}
