import { accepted, type Decision, type Refusal, refused } from '../decider';
import { mustHaveHappened } from '../rules/dates';
import { mustBePseudonym } from '../rules/pseudonym';
import { refusal } from '../rules/refusal';
import { mustBeRegistered } from '../rules/region';
import { mustBeSlug, mustNotBeBlank } from '../rules/text';
import type { RegisterObligor } from './commands';
import type { ObligorRegistered } from './events';
import { expectedFiling, termsBasis } from './filing';
import { underTerms } from './rules';
import { type DeclarationState, isRegistered, lastDayOfYear, openTime, yearOf } from './state';

/** One open obligation per person and position: the stream is theirs, so the store enforces it. */
function mustNotBeObliged(state: DeclarationState, { since }: RegisterObligor): Refusal | null {
  if (!isRegistered(state)) return null;
  const open = openTime(state);
  if (open) {
    return refusal(
      'declaration.already-obliged',
      `the obligation of this person and position is open since ${open.since}`,
      'End it first, or correct the person or the position.',
    );
  }
  const endedOn = state.times.at(-1)?.endedOn ?? '';
  return since > endedOn
    ? null
    : refusal(
        'declaration.overlapping-times',
        `the last time in the position ended on ${endedOn}, the new one began on ${since}`,
        `Give a day after ${endedOn}.`,
        'since',
      );
}

/** Reports of an earlier time are counted where they were owed: a position has one region and field. */
const mustBeTheSamePosition = (
  state: DeclarationState,
  { region, field }: RegisterObligor,
): Refusal | null =>
  !isRegistered(state) || (state.key.region === region && state.key.field === field)
    ? null
    : refusal(
        'declaration.position-elsewhere',
        `the position was one of ${state.key.region} (${state.key.field})`,
        'Give a position of another region or field its own identifier.',
        'position',
      );

const firstYearMustFollow = ({ since, firstYear }: RegisterObligor): Refusal | null =>
  firstYear === null || (Number.isSafeInteger(firstYear) && firstYear >= yearOf(since))
    ? null
    : refusal(
        'declaration.invalid-year',
        `the first year is ${firstYear}, the position is held since ${since}`,
        `Give a year from ${yearOf(since)} on, or null.`,
        'firstYear',
      );

export function registerObligor(
  state: DeclarationState,
  command: RegisterObligor,
): Decision<ObligorRegistered> {
  const { person, position, region, field, title, since, firstYear, terms } = command;
  const found =
    mustBePseudonym('declaration', 'person', person) ??
    mustBeSlug('declaration', 'position', position) ??
    mustNotBeBlank('declaration', 'title', title) ??
    mustHaveHappened('declaration', 'since', since, command.at) ??
    firstYearMustFollow(command) ??
    mustBeRegistered('declaration', region, command.regionRegistered) ??
    mustNotBeObliged(state, command) ??
    mustBeTheSamePosition(state, command);
  if (found) return refused(found);
  const kind = firstYear === null ? 'special-start' : 'periodic';
  const occasionOn = firstYear === null ? since : lastDayOfYear(firstYear);
  return underTerms(occasionOn, terms, (inForce) =>
    accepted({
      type: 'ObligorRegistered',
      data: {
        person,
        position,
        region,
        field,
        title,
        since,
        firstYear: firstYear ?? yearOf(since),
        expects: expectedFiling(inForce, kind, occasionOn),
        ...termsBasis(inForce, kind),
      },
    }),
  );
}
