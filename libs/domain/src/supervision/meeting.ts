import { addDays } from '../calendar';
import type { Decision, Refusal } from '../decider';
import { mustHaveHappened } from '../rules/dates';
import { mustHavePolicy } from '../rules/policy';
import { firstRefusal, recordUnless, refusal } from '../rules/refusal';
import { mustBeSlug, mustCite, mustNotBeBlank } from '../rules/text';
import { compareDates } from '../values/calendar-date';
import { sameName } from '../values/name';
import type { ClaimMeetingDetail, MakeRecommendation, RecordMeeting } from './commands';
import type { MeetingDetailClaimed, MeetingRecorded, RecommendationMade } from './events';
import type { RecordedMeeting, SupervisionState } from './state';

const mustBeNew = (state: SupervisionState): Refusal | null =>
  state.status === 'unrecorded'
    ? null
    : refusal(
        'supervision.already-recorded',
        `meeting ${state.meeting} of ${state.date} is recorded`,
        'What another source says of it is a claim about a detail.',
        'meeting',
      );

const regionMustBeRegistered = ({ region, regionRegistered }: RecordMeeting): Refusal | null =>
  regionRegistered
    ? null
    : refusal(
        'supervision.region-unknown',
        `region ${region} is not registered`,
        'Register the region first.',
        'region',
      );

export const recordMeeting = (
  state: SupervisionState,
  command: RecordMeeting,
): Decision<MeetingRecorded> =>
  recordUnless(
    mustBeNew(state) ??
      mustBeSlug('supervision', 'meeting', command.meeting) ??
      regionMustBeRegistered(command) ??
      mustNotBeBlank('supervision', 'title', command.title) ??
      mustHaveHappened('supervision', 'date', command.date, command.at) ??
      mustNotBeBlank('supervision', 'place', command.place) ??
      mustNotBeBlank('supervision', 'organiser', command.organiser) ??
      firstRefusal(command.participants, (one) =>
        mustNotBeBlank('supervision', 'participants', one),
      ) ??
      mustCite('supervision', command.source),
    () => {
      const { meeting, region, title, date, place, organiser, participants, source } = command;
      const data = { meeting, region, title, date, place, organiser, source };
      return { type: 'MeetingRecorded', data: { ...data, participants: [...participants] } };
    },
  );

/** Where articles disagree both are kept: the record takes no side. */
export const claimMeetingDetail = (
  state: RecordedMeeting,
  { detail, value, source }: ClaimMeetingDetail,
): Decision<MeetingDetailClaimed> =>
  recordUnless(
    mustNotBeBlank('supervision', 'detail', detail) ??
      mustNotBeBlank('supervision', 'value', value) ??
      mustCite('supervision', source) ??
      (state.claims.some(
        (one) =>
          sameName(one.detail, detail) && sameName(one.value, value) && one.source === source.id,
      )
        ? refusal(
            'supervision.claim-known',
            `that ${source.id} says "${value}" of ${detail} is recorded`,
            'Nothing remains to be done.',
            'value',
          )
        : null),
    () => ({
      type: 'MeetingDetailClaimed',
      data: { meeting: state.meeting, region: state.region, detail, value, source },
    }),
  );

/** The term counts from the day it was made, by the version in force on that day. */
export const makeRecommendation = (
  state: RecordedMeeting,
  command: MakeRecommendation,
): Decision<RecommendationMade> => {
  const { recommendation, text, addressee, madeOn, policy } = command;
  const known = state.recommendations.some((one) => one.recommendation === recommendation);
  return recordUnless(
    mustBeSlug('supervision', 'recommendation', recommendation) ??
      (known
        ? refusal(
            'supervision.recommendation-known',
            `recommendation ${recommendation} was made`,
            'Make another under its own name.',
            'recommendation',
          )
        : null) ??
      mustNotBeBlank('supervision', 'text', text) ??
      mustNotBeBlank('supervision', 'addressee', addressee) ??
      mustHaveHappened('supervision', 'madeOn', madeOn, command.at) ??
      (compareDates(madeOn, state.date) < 0
        ? refusal(
            'supervision.made-before-meeting',
            `made on ${madeOn}, before the meeting of ${state.date}`,
            `Give a day from ${state.date} on.`,
            'madeOn',
          )
        : null) ??
      mustHavePolicy('supervision', 'supervision-terms', madeOn, policy),
    () => ({
      type: 'RecommendationMade',
      data: {
        ...{
          meeting: state.meeting,
          region: state.region,
          recommendation,
          text,
          addressee,
          madeOn,
        },
        dueOn: addDays(madeOn, policy?.content.followUpDays ?? 0),
        policyVersion: policy?.version ?? 0,
      },
    }),
  );
};
