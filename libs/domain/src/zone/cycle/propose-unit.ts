import type { Decision, Refusal } from '../../decider';
import { mustHavePolicy } from '../../rules/policy';
import { recordUnless, refusal } from '../../rules/refusal';
import { mustNotBeBlank } from '../../rules/text';
import type { CalendarDate } from '../../values';
import { checked } from '../checked';
import { windowOf } from '../policy/window';
import { mustBeEligible } from '../predicate-rules';
import { failed } from '../sheet/checks';
import type { ProposeUnit } from './commands';
import type { UnitProposed } from './events';
import { keyOf, type OpenedCycle } from './state';
import { mustBeAt, mustFollowOn } from './step-rules';

/** The internal team forwards only what passes every threshold (anyflip.com/ehnaq/awzq, 90/2021). */
function mustPassEveryThreshold({ internalChecks }: OpenedCycle): Refusal | null {
  const missed = failed(internalChecks ?? []);
  if (missed.length === 0) return null;
  const said = missed.map(({ name, reached, required }) => `${name} ${reached} of ${required}`);
  return refusal(
    'zone.threshold-not-reached',
    `the internal result misses ${missed.length} thresholds: ${said.join('; ')}`,
    'Every threshold must be reached, not the total alone; propose the unit in a later year.',
  );
}

/** What the proposal rests on was checked by its day: a later check cannot have been known. */
function prerequisitesMustBeMet(
  { prerequisites }: OpenedCycle,
  { proposedOn }: ProposeUnit,
): Refusal | null {
  if (!prerequisites) {
    return refusal(
      'zone.prerequisites-unchecked',
      'no check of the prerequisites is recorded',
      'Check the prerequisites first.',
    );
  }
  if (prerequisites.checkedOn > proposedOn) {
    return refusal(
      'zone.before-previous-step',
      `proposedOn ${proposedOn} lies before ${prerequisites.checkedOn}, the day on which the prerequisites were checked`,
      `Give a day from ${prerequisites.checkedOn} on.`,
      'proposedOn',
    );
  }
  const unmet = prerequisites.prerequisites.filter(({ met }) => !met);
  return unmet.length === 0
    ? null
    : refusal(
        'zone.prerequisites-unmet',
        `not met: ${unmet.map(({ name, required }) => `${name} (${required})`).join('; ')}`,
        'Check the prerequisites again once they are met.',
      );
}

/**
 * What is asked is what the policy asks on the day of the proposal: a check by an earlier version
 * says nothing of what the ministry's call has added since (July 2024, putraindonews.com).
 */
function prerequisitesMustBeCurrent(
  { prerequisites }: OpenedCycle,
  { asked, proposedOn }: ProposeUnit,
): Refusal | null {
  if (asked === null || prerequisites?.policyVersion === asked.version) return null;
  return refusal(
    'zone.prerequisites-outdated',
    `they were checked on ${prerequisites?.checkedOn ?? ''} by version ${prerequisites?.policyVersion ?? ''} of zone-prerequisites, and version ${asked.version} applies on ${proposedOn}`,
    `Check them again by version ${asked.version}, which applies from ${asked.effectiveFrom}.`,
  );
}

/** The same day that many months later; a day the month does not have is its last. */
function monthsAfter(day: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** A zone is built for at least a year before it is proposed (general knowledge; policy). */
function mustBeBuiltLongEnough(
  { buildingSince, designation }: OpenedCycle,
  { proposedOn }: ProposeUnit,
): Refusal | null {
  const { buildingMonths } = designation.sheet.content.procedure;
  const from = buildingSince && monthsAfter(buildingSince, buildingMonths);
  return from !== null && from <= proposedOn
    ? null
    : refusal(
        'zone.built-too-briefly',
        `the zone was built from ${buildingSince ?? 'an unknown day'}, less than ${buildingMonths} months before ${proposedOn}`,
        `Propose it from ${from ?? 'a later day'} on.`,
        'proposedOn',
      );
}

/**
 * By 31 May, unless the ministry's letter says otherwise (PermenPAN-RB 90/2021, anyflip.com); in 2024
 * it was 18 to 31 July (putraindonews.com).
 */
function mustLieInWindow(state: OpenedCycle, { proposedOn, windows }: ProposeUnit): Refusal | null {
  if (!windows) return null;
  const { opensOn, closesOn } = windowOf(windows.content, state.designation.year);
  return opensOn <= proposedOn && proposedOn <= closesOn
    ? null
    : refusal(
        'zone.outside-window',
        `${proposedOn} lies outside the window from ${opensOn} to ${closesOn}`,
        'Propose the unit within the window of its year.',
        'proposedOn',
      );
}

export const proposeUnit = (state: OpenedCycle, command: ProposeUnit): Decision<UnitProposed> =>
  recordUnless(
    mustBeAt(state, ['reviewed'], 'the proposal') ??
      mustFollowOn(state, 'proposedOn', command.proposedOn, command.at) ??
      mustNotBeBlank('zone', 'letter', command.letter) ??
      mustPassEveryThreshold(state) ??
      prerequisitesMustBeMet(state, command) ??
      mustHavePolicy('zone', 'zone-prerequisites', command.proposedOn, command.asked) ??
      prerequisitesMustBeCurrent(state, command) ??
      mustBeEligible(command.predicates, state.designation.target, command.proposedOn) ??
      mustBeBuiltLongEnough(state, command) ??
      mustHavePolicy('zone', 'zone-window', command.proposedOn, command.windows) ??
      mustLieInWindow(state, command),
    () => {
      const { version, content } = checked(command.windows);
      return {
        type: 'UnitProposed',
        data: {
          ...keyOf(state),
          target: state.designation.target,
          proposedOn: command.proposedOn,
          letter: command.letter,
          window: windowOf(content, state.designation.year),
          policyVersion: version,
          proposedBy: command.actor.id,
        },
      };
    },
  );
