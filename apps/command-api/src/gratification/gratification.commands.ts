import { gratificationStream } from '@jejak/domain';
import { gratification, type GratificationState, reportCalled } from '@jejak/domain/gratification';

import { commandsOn } from '../edge/command-on';
import { approvedCalendars, policyOn } from '../edge/policy';
import { regionRegistered } from '../edge/region-registered';
import {
  CompleteGratificationBody,
  DecideGratificationBody,
  DropGratificationBody,
  ForwardGratificationBody,
  ReportGratificationBody,
} from './gratification.bodies';

export interface ReportKey {
  readonly receiver: string;
  readonly report: string;
}

const onGratification = commandsOn(gratification, (key: ReportKey) => gratificationStream(key));

const itsRegion = (
  { key }: { readonly key: ReportKey },
  state: GratificationState,
): string | undefined => reportCalled(state, key.report)?.data.region;

export const reportGratification = onGratification(ReportGratificationBody, {
  action: 'gratification.report',
  region: ({ body }) => body.region,
  refer: async (ledger, { body: { region, receivedOn, reportedOn } }) => ({
    regionRegistered: await regionRegistered(ledger, region),
    rules: await policyOn(ledger, 'gratification-rules', receivedOn),
    decisionTerm: await policyOn(ledger, 'gratification-decision', reportedOn),
    calendars: await approvedCalendars(ledger),
  }),
  command: ({ key, body }, references) => ({
    type: 'ReportGratification',
    ...key,
    region: body.region,
    receivedOn: body.receivedOn,
    reportedOn: body.reportedOn,
    to: body.to,
    category: body.category,
    form: body.form,
    value: body.value,
    giver: body.giver ?? null,
    giverRelation: body.giverRelation,
    complete: body.complete,
    ...references,
  }),
});

export const completeGratification = onGratification(CompleteGratificationBody, {
  action: 'gratification.complete',
  region: itsRegion,
  refer: approvedCalendars,
  command: ({ key, body }, calendars) => ({
    type: 'CompleteGratification',
    ...key,
    completedOn: body.completedOn,
    calendars,
  }),
});

export const forwardGratification = onGratification(ForwardGratificationBody, {
  action: 'gratification.forward',
  region: itsRegion,
  refer: approvedCalendars,
  command: ({ key, body }, calendars) => ({
    type: 'ForwardGratification',
    ...key,
    forwardedOn: body.forwardedOn,
    calendars,
  }),
});

export const decideGratification = onGratification(DecideGratificationBody, {
  action: 'gratification.decide',
  region: itsRegion,
  refer: approvedCalendars,
  command: ({ key, body }, calendars) => ({
    type: 'DecideGratification',
    ...key,
    decidedOn: body.decidedOn,
    owner: body.owner,
    decision: body.decision,
    calendars,
  }),
});

export const dropGratification = onGratification(DropGratificationBody, {
  action: 'gratification.drop',
  region: itsRegion,
  refer: approvedCalendars,
  command: ({ key, body }, calendars) => ({
    type: 'DropGratification',
    ...key,
    droppedOn: body.droppedOn,
    calendars,
  }),
});
