import type { Decision, Refusal } from '../decider';
import { mustHaveHappened } from '../rules/dates';
import { mustBeCount } from '../rules/numbers';
import { mustBePseudonym } from '../rules/pseudonym';
import { firstRefusal, recordUnless, refusal } from '../rules/refusal';
import { mustBeSlug, mustCite, mustNotBeBlank } from '../rules/text';
import type {
  CountParticipants,
  HoldTrainingSession,
  OpenTraining,
  RegisterParticipant,
} from './commands';
import type {
  ParticipantRegistered,
  ParticipantsCounted,
  TrainingOpened,
  TrainingSessionHeld,
} from './events';
import type { OpenedTraining, TrainingState } from './state';

const keyOf = ({ training, region }: OpenedTraining) => ({ training, region });

const mustBeNew = (state: TrainingState): Refusal | null =>
  state.status === 'unopened'
    ? null
    : refusal(
        'training.already-opened',
        `programme ${state.training} is open`,
        'Use it, or open another under its own name.',
        'training',
      );

const regionMustBeRegistered = ({ region, regionRegistered }: OpenTraining): Refusal | null =>
  regionRegistered
    ? null
    : refusal(
        'training.region-unknown',
        `region ${region} is not registered`,
        'Register the region first.',
        'region',
      );

export const openTraining = (
  state: TrainingState,
  command: OpenTraining,
): Decision<TrainingOpened> =>
  recordUnless(
    mustBeNew(state) ??
      mustBeSlug('training', 'training', command.training) ??
      regionMustBeRegistered(command) ??
      mustNotBeBlank('training', 'title', command.title) ??
      mustNotBeBlank('training', 'period', command.period) ??
      mustNotBeBlank('training', 'organiser', command.organiser) ??
      mustCite('training', command.source),
    () => {
      const { training, region, title, period, organiser, source } = command;
      return {
        type: 'TrainingOpened',
        data: { training, region, title, period, organiser, source },
      };
    },
  );

/** Whom it was held for is told in groups; who came is counted or registered apart. */
export const holdTrainingSession = (
  state: OpenedTraining,
  command: HoldTrainingSession,
): Decision<TrainingSessionHeld> =>
  recordUnless(
    mustBeSlug('training', 'session', command.session) ??
      (state.sessions.includes(command.session)
        ? refusal(
            'training.session-already-held',
            `session ${command.session} is recorded`,
            'Record another under its own name.',
            'session',
          )
        : null) ??
      mustHaveHappened('training', 'date', command.date, command.at) ??
      mustNotBeBlank('training', 'place', command.place) ??
      mustNotBeBlank('training', 'speaker', command.speaker) ??
      firstRefusal(command.audience, (group) => mustNotBeBlank('training', 'audience', group)) ??
      mustCite('training', command.source),
    () => {
      const { session, date, place, speaker, audience, source } = command;
      return {
        type: 'TrainingSessionHeld',
        data: { ...keyOf(state), session, date, place, speaker, audience: [...audience], source },
      };
    },
  );

export const countParticipants = (
  state: OpenedTraining,
  { group, count, source }: CountParticipants,
): Decision<ParticipantsCounted> =>
  recordUnless(
    mustNotBeBlank('training', 'group', group) ??
      mustBeCount('training', 'count', count, 1) ??
      mustCite('training', source) ??
      (state.groups.some((one) => one.group === group)
        ? refusal(
            'training.group-already-counted',
            `the participants "${group}" are counted`,
            'Count those who came later as a group of their own.',
            'group',
          )
        : null),
    () => ({ type: 'ParticipantsCounted', data: { ...keyOf(state), group, count, source } }),
  );

export const registerParticipant = (
  state: OpenedTraining,
  { person }: RegisterParticipant,
): Decision<ParticipantRegistered> =>
  recordUnless(
    mustBePseudonym('training', 'person', person) ??
      (state.persons.some((one) => one.person === person)
        ? refusal(
            'training.person-already-registered',
            `${person} is registered`,
            'Nothing remains to be done.',
            'person',
          )
        : null),
    () => ({ type: 'ParticipantRegistered', data: { ...keyOf(state), person } }),
  );
