import type { Decision, Refusal } from '../decider';
import { mustHaveHappened } from '../rules/dates';
import { mustBeCount } from '../rules/numbers';
import { mustBePseudonym } from '../rules/pseudonym';
import { recordUnless, refusal } from '../rules/refusal';
import { mustCite } from '../rules/text';
import type { AnnounceAssessment, AssessGroup, AssessParticipant } from './commands';
import type { AssessmentAnnounced, GroupAssessed, ParticipantAssessed } from './events';
import type { OpenedTraining } from './state';

const keyOf = ({ training, region }: OpenedTraining) => ({ training, region });

/** An announcement is a claim of its source: in 2016 more were to be assessed than were formed. */
export const announceAssessment = (
  state: OpenedTraining,
  { count, source }: AnnounceAssessment,
): Decision<AssessmentAnnounced> =>
  recordUnless(
    mustBeCount('training', 'count', count, 1) ??
      mustCite('training', source) ??
      (state.announcements.includes(source.id)
        ? refusal(
            'training.assessment-already-announced',
            `what ${source.id} announced is recorded`,
            'Nothing remains to be done.',
            'source',
          )
        : null),
    () => ({ type: 'AssessmentAnnounced', data: { ...keyOf(state), count, source } }),
  );

function groupMustBeRegistered(
  { groups }: OpenedTraining,
  { group, assessed }: AssessGroup,
): Refusal | null {
  const found = groups.find((one) => one.group === group);
  if (!found) {
    return refusal(
      'training.group-not-registered',
      `no participants are registered as "${group}"`,
      'Register the group first, and assess it under the same name.',
      'group',
    );
  }
  const left = found.count - found.assessed;
  return assessed <= left
    ? null
    : refusal(
        'training.assessed-above-registered',
        `${assessed} would be assessed and ${left} of ${found.count} are left`,
        'Register the others first.',
        'assessed',
      );
}

const passedMustBeAssessed = ({ assessed, passed }: AssessGroup): Refusal | null =>
  passed === null || passed <= assessed
    ? null
    : refusal(
        'training.passed-above-assessed',
        `${passed} of ${assessed} are said to have passed`,
        'Give at most as many as were assessed, or null.',
        'passed',
      );

/** Only who was registered can be assessed, and once. */
export const assessGroup = (state: OpenedTraining, command: AssessGroup): Decision<GroupAssessed> =>
  recordUnless(
    mustBeCount('training', 'assessed', command.assessed, 1) ??
      (command.passed === null ? null : mustBeCount('training', 'passed', command.passed)) ??
      groupMustBeRegistered(state, command) ??
      passedMustBeAssessed(command) ??
      mustHaveHappened('training', 'assessedOn', command.assessedOn, command.at) ??
      mustCite('training', command.source),
    () => {
      const { group, assessed, passed, assessedOn, source } = command;
      const data = { ...keyOf(state), group, assessed, passed, assessedOn, source };
      return { type: 'GroupAssessed', data };
    },
  );

function personMustWait(
  { persons }: OpenedTraining,
  { person }: AssessParticipant,
): Refusal | null {
  const found = persons.find((one) => one.person === person);
  if (!found) {
    return refusal(
      'training.person-not-registered',
      `${person} is not registered`,
      'Register the participant first.',
      'person',
    );
  }
  return found.assessed
    ? refusal(
        'training.already-assessed',
        `${person} was assessed`,
        'Nothing remains to be done.',
        'person',
      )
    : null;
}

export const assessParticipant = (
  state: OpenedTraining,
  command: AssessParticipant,
): Decision<ParticipantAssessed> =>
  recordUnless(
    mustBePseudonym('training', 'person', command.person) ??
      personMustWait(state, command) ??
      mustHaveHappened('training', 'assessedOn', command.assessedOn, command.at),
    () => {
      const { person, passed, assessedOn, actor } = command;
      const data = { ...keyOf(state), person, passed, assessedOn, assessedBy: actor.id };
      return { type: 'ParticipantAssessed', data };
    },
  );
