import type { Decision, Refusal } from '../../decider';
import { mustHaveHappened } from '../../rules/dates';
import { mustBeCount } from '../../rules/numbers';
import { mustHavePolicy } from '../../rules/policy';
import { firstRefusal, recordUnless, refusal } from '../../rules/refusal';
import { mustBeSlug, mustNotBeBlank } from '../../rules/text';
import { checked } from '../checked';
import { windowOf } from '../policy/window';
import { mustBeEligible } from '../predicate-rules';
import type { DesignateUnit } from './commands';
import type { UnitDesignated } from './events';
import { type CycleState, isOpened, publicationsOf } from './state';

/** One cycle per unit and year; one that a publication says has ended is not begun again. */
function mustBeNew(state: CycleState): Refusal | null {
  if (isOpened(state)) {
    return refusal(
      'zone.already-designated',
      `the unit was designated for this year on ${state.designation.designatedOn}`,
      'Go on with that cycle, or designate the unit for another year.',
    );
  }
  const ended = publicationsOf(state).find(({ outcome }) => outcome !== null);
  return ended
    ? refusal(
        'zone.outcome-published',
        `${ended.source.id} tells the outcome of this cycle: ${ended.outcome ?? ''}`,
        'Designate the unit for another year.',
      )
    : null;
}

function mustBeDeclared({ region, designatedOn, declaredOn }: DesignateUnit): Refusal | null {
  if (declaredOn !== null && declaredOn <= designatedOn) return null;
  return refusal(
    'zone.not-declared',
    declaredOn === null
      ? `no zone of ${region} was declared`
      : `the zone of ${region} was declared on ${declaredOn}, after ${designatedOn}`,
    'Declare the zone of the region first.',
    'designatedOn',
  );
}

const mustNotComeAfterItsYear = ({ designatedOn, year }: DesignateUnit): Refusal | null =>
  Number(designatedOn.slice(0, 4)) <= year
    ? null
    : refusal(
        'zone.year-over',
        `the unit was designated on ${designatedOn}, after the year ${year} of the cycle`,
        'Designate it for a cycle of a year that has not ended.',
        'designatedOn',
      );

/** A unit that lost a predicate is not designated again for the year in which it lost it. */
function mustNotBeRevokedThatYear({ predicates, year }: DesignateUnit): Refusal | null {
  const lost = predicates.revocations.find(({ on }) => on.startsWith(`${year}-`));
  return lost
    ? refusal(
        'zone.revoked-in-year',
        `the unit lost ${lost.predicate} on ${lost.on}`,
        'Designate it for a later year.',
        'year',
      )
    : null;
}

const groundsMustBeGiven = ({ grounds }: DesignateUnit): Refusal | null =>
  firstRefusal(['strategicService', 'sizeableResources', 'reformCarriedOut'] as const, (ground) =>
    mustNotBeBlank('zone', `grounds.${ground}`, grounds[ground]),
  );

export const designateUnit = (
  state: CycleState,
  command: DesignateUnit,
): Decision<UnitDesignated> =>
  recordUnless(
    mustBeNew(state) ??
      mustBeSlug('zone', 'unit', command.unit) ??
      mustBeCount('zone', 'year', command.year, 2014) ??
      mustNotBeBlank('zone', 'unitName', command.unitName) ??
      mustNotBeBlank('zone', 'decree', command.decree) ??
      groundsMustBeGiven(command) ??
      mustHaveHappened('zone', 'designatedOn', command.designatedOn, command.at) ??
      mustNotComeAfterItsYear(command) ??
      mustBeDeclared(command) ??
      mustBeEligible(command.predicates, command.target, command.designatedOn) ??
      mustNotBeRevokedThatYear(command) ??
      mustHavePolicy('zone', 'zone-sheet', `${command.year}-01-01`, command.sheet),
    () => {
      const { version, content, unconfirmed } = checked(command.sheet);
      const { region, unit, year, unitName, form, target, designatedOn, decree } = command;
      return {
        type: 'UnitDesignated',
        data: {
          ...{ region, unit, year, unitName, form, target, designatedOn, decree },
          grounds: command.grounds,
          sheetVersion: version,
          sheet: { content, unconfirmed },
          proposalWindow: command.windows && {
            ...windowOf(command.windows.content, year),
            policyVersion: command.windows.version,
          },
        },
      };
    },
  );
