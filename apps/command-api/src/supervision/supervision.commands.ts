import { regionStream, supervisionStream } from '@jejak/domain';
import { isRegistered, region } from '@jejak/domain/region';
import { type SupervisionState, supervision } from '@jejak/domain/supervision';

import { commandsOn } from '../edge/command-on';
import { evidenceFrom, optionalSourceFrom, sourceFrom } from '../edge/parts';
import { policyOn } from '../edge/policy';
import {
  ClaimDetailBody,
  MakeRecommendationBody,
  RecordMeetingBody,
  ReportFollowUpBody,
  ReturnFollowUpBody,
  VerifyFollowUpBody,
} from './supervision.bodies';

const onMeeting = commandsOn(supervision, supervisionStream);

/** Where there is a meeting, its region decides; without one the command is refused anyway. */
const regionOf = (_: unknown, state: SupervisionState): string | undefined =>
  state.status === 'unrecorded' ? undefined : state.region;

export const recordMeeting = onMeeting(RecordMeetingBody, {
  action: 'supervision.record-meeting',
  region: ({ body }) => body.region,
  refer: (ledger, { body }) => ledger.refer(region, regionStream(body.region), isRegistered),
  command: ({ key, body }, referred) => ({
    type: 'RecordMeeting',
    meeting: key,
    region: body.region,
    title: body.title,
    date: body.date,
    place: body.place ?? null,
    organiser: body.organiser,
    participants: [...(body.participants ?? [])],
    source: optionalSourceFrom(body.source),
    regionRegistered: isRegistered(referred),
  }),
});

export const claimMeetingDetail = onMeeting(ClaimDetailBody, {
  action: 'supervision.claim-detail',
  region: regionOf,
  command: ({ body }) => ({
    type: 'ClaimMeetingDetail',
    detail: body.detail,
    value: body.value,
    source: sourceFrom(body.source),
  }),
});

export const makeRecommendation = onMeeting(MakeRecommendationBody, {
  action: 'supervision.recommend',
  region: regionOf,
  refer: (ledger, { body }) => policyOn(ledger, 'supervision-terms', body.madeOn),
  command: ({ body }, referred) => ({
    type: 'MakeRecommendation',
    recommendation: body.recommendation,
    text: body.text,
    addressee: body.addressee ?? null,
    madeOn: body.madeOn,
    policy: referred,
  }),
});

export const reportFollowUp = onMeeting(ReportFollowUpBody, {
  action: 'supervision.report-follow-up',
  region: regionOf,
  command: ({ body }) => ({
    type: 'ReportFollowUp',
    recommendation: body.recommendation,
    reportedOn: body.reportedOn,
    evidence: evidenceFrom(body.evidence),
    note: body.note ?? null,
  }),
});

export const verifyFollowUp = onMeeting(VerifyFollowUpBody, {
  action: 'supervision.verify-follow-up',
  region: regionOf,
  command: ({ body }) => ({
    type: 'VerifyFollowUp',
    recommendation: body.recommendation,
    note: body.note ?? null,
  }),
});

export const returnFollowUp = onMeeting(ReturnFollowUpBody, {
  action: 'supervision.return-follow-up',
  region: regionOf,
  command: ({ body }) => ({
    type: 'ReturnFollowUp',
    recommendation: body.recommendation,
    reason: body.reason,
  }),
});
