import type { Decision, Refusal } from '../decider';
import { recordUnless, refusal } from '../rules/refusal';
import { mustBeSlug } from '../rules/text';
import type { AssignIndicator } from './commands';
import type { IndicatorAssigned } from './events';
import { keyOf } from './key';
import { areaMustApply, indicatorMustBeListed } from './scoring-rules';
import type { OpenedScorecard } from './state';

const leaderOf = (
  { assignments }: OpenedScorecard,
  { area, indicator }: AssignIndicator,
): string | null =>
  assignments.find((known) => known.area === area && known.indicator === indicator)?.unit ?? null;

const mustBeAnother = (
  leader: string | null,
  { unit, indicator }: AssignIndicator,
): Refusal | null =>
  leader === unit
    ? refusal(
        'scorecard.already-assigned',
        `${unit} leads indicator ${indicator} already`,
        'Nothing remains to be done.',
        'unit',
      )
    : null;

/**
 * Who answers for an indicator (penanggung jawab): the 2025 guides name offices for each, and one of
 * them leads (Jejak's own rule). A finalised scorecard can still be taken over: somebody answers for
 * it in the next year's review.
 */
export function assignIndicator(
  state: OpenedScorecard,
  command: AssignIndicator,
): Decision<IndicatorAssigned> {
  const { area, indicator, unit, actor } = command;
  const leader = leaderOf(state, command);
  return recordUnless(
    areaMustApply(state, area) ??
      mustBeSlug('scorecard', 'indicator', indicator) ??
      indicatorMustBeListed(state, command) ??
      mustBeSlug('scorecard', 'unit', unit) ??
      mustBeAnother(leader, command),
    () => ({
      type: 'IndicatorAssigned',
      data: { ...keyOf(state), area, indicator, unit, replaces: leader, assignedBy: actor.id },
    }),
  );
}
