import type { Decision, Refusal } from '../../decider';
import { mustHaveHappened } from '../../rules/dates';
import { mustHavePolicy } from '../../rules/policy';
import { firstRefusal, recordUnless, refusal } from '../../rules/refusal';
import { mustCite } from '../../rules/text';
import { canonicalDecimal, compareDecimals, isWithin } from '../../values/decimal';
import { firstRepeated } from '../../values/identifier';
import type { CalendarDate } from '../../values';
import { checked } from '../checked';
import { type Prerequisite, requiredOf } from '../policy/prerequisites';
import type { Predicate } from '../policy/predicate-name';
import { isUnconfirmed } from '../policy/unconfirmed';
import type { CheckPrerequisites } from './commands';
import { beforeProposal } from './evolve';
import type { PrerequisiteCheck, PrerequisitesChecked, PrerequisiteValue } from './events';
import { keyOf, type OpenedCycle } from './state';
import { mustBeAt } from './step-rules';

function isInScale(prerequisite: Prerequisite, value: string): boolean {
  switch (prerequisite.kind) {
    case 'grade':
      return prerequisite.grades.includes(value);
    case 'percentage':
      return canonicalDecimal(value) !== null && isWithin(value, '0', '100');
    case 'confirmation':
      return value === 'yes' || value === 'no';
  }
}

const scaleInWords = (prerequisite: Prerequisite): string => {
  if (prerequisite.kind === 'grade') return `one of ${prerequisite.grades.join(', ')}`;
  return prerequisite.kind === 'percentage' ? 'a percentage from 0 to 100' : 'yes or no';
};

function valueMustFit(
  prerequisites: readonly Prerequisite[],
  { id, value }: PrerequisiteValue,
): Refusal | null {
  const prerequisite = prerequisites.find((one) => one.id === id);
  if (!prerequisite) {
    return refusal(
      'zone.prerequisite-unknown',
      `there is no prerequisite "${id}"`,
      `Use one of ${prerequisites.map((one) => one.id).join(', ')}.`,
      'values',
    );
  }
  return isInScale(prerequisite, value)
    ? null
    : refusal(
        'zone.prerequisite-not-in-scale',
        `"${value}" says nothing about ${id}`,
        `Give ${scaleInWords(prerequisite)}.`,
        'values',
      );
}

function mustStandOnce({ values }: CheckPrerequisites): Refusal | null {
  const twice = firstRepeated(values.map(({ id }) => id));
  return twice === null
    ? null
    : refusal(
        'zone.prerequisite-repeated',
        `two values are given for ${twice}`,
        'Give one value for each prerequisite.',
        'values',
      );
}

/** A check can only have seen what was so by its day. */
const mustBeKnownOn = (checkedOn: CalendarDate, { id, asOf }: PrerequisiteValue): Refusal | null =>
  asOf <= checkedOn
    ? null
    : refusal(
        'zone.prerequisite-after-check',
        `the value of ${id} is as of ${asOf}, and it was checked on ${checkedOn}`,
        'Give the value that held on the day of the check, or the day of a later check.',
        'values',
      );

function isMet(prerequisite: Prerequisite, predicate: Predicate, value: string): boolean {
  switch (prerequisite.kind) {
    case 'grade': {
      const { grades, minimum } = prerequisite;
      return grades.indexOf(value) >= grades.indexOf(minimum[predicate]);
    }
    case 'percentage':
      return compareDecimals(value, prerequisite.minimum[predicate]) >= 0;
    case 'confirmation':
      return value === 'yes';
  }
}

function checkOf(
  prerequisite: Prerequisite,
  { values, prerequisites }: CheckPrerequisites,
  target: Predicate,
): PrerequisiteCheck {
  const found = values.find(({ id }) => id === prerequisite.id);
  return {
    id: prerequisite.id,
    name: prerequisite.name,
    required: requiredOf(prerequisite, target),
    given: found ? { value: found.value, asOf: found.asOf, source: found.source } : null,
    met: found !== undefined && isMet(prerequisite, target, found.value),
    unconfirmed: isUnconfirmed(
      prerequisites?.unconfirmed ?? [],
      `prerequisites.${prerequisite.id}`,
    ),
  };
}

/**
 * Checks what must be true beside the score, each value with its source and day. What is not met, or
 * not brought, is recorded and bars the proposal; a later check takes the place of this one.
 */
export const checkPrerequisites = (
  state: OpenedCycle,
  command: CheckPrerequisites,
): Decision<PrerequisitesChecked> =>
  recordUnless(
    mustBeAt(state, beforeProposal, 'the check of prerequisites') ??
      mustHaveHappened('zone', 'checkedOn', command.checkedOn, command.at) ??
      mustHavePolicy('zone', 'zone-prerequisites', command.checkedOn, command.prerequisites) ??
      mustStandOnce(command) ??
      firstRefusal(
        command.values,
        (value) =>
          valueMustFit(command.prerequisites?.content.prerequisites ?? [], value) ??
          mustHaveHappened('zone', 'values', value.asOf, command.at) ??
          mustBeKnownOn(command.checkedOn, value) ??
          mustCite('zone', value.source),
      ),
    () => {
      const { version, content } = checked(command.prerequisites);
      return {
        type: 'PrerequisitesChecked',
        data: {
          ...keyOf(state),
          checkedOn: command.checkedOn,
          prerequisites: content.prerequisites.map((one) =>
            checkOf(one, command, state.designation.target),
          ),
          checkedBy: command.actor.id,
          policyVersion: version,
        },
      };
    },
  );
