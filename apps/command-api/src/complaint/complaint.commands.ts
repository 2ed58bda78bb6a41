import { requirePermission } from '@jejak/access';
import { complaintStream, reporterStream } from '@jejak/domain';
import {
  complaint,
  type ComplaintState,
  isFiled,
  isSealed,
  reporter,
} from '@jejak/domain/complaint';
import { type Ledger } from '@jejak/event-store';

import { commandsOn } from '../edge/command-on';
import { approvedCalendars, policyOn } from '../edge/policy';
import { regionRegistered } from '../edge/region-registered';
import {
  AcknowledgeComplaintBody,
  AnswerComplaintBody,
  AssignComplaintBody,
  CloseComplaintBody,
  EscalateComplaintBody,
  FileComplaintBody,
  ReadComplaintBody,
  ReopenComplaintBody,
} from './complaint.bodies';

const onComplaint = commandsOn(complaint, complaintStream);

const itsRegion = (_: unknown, state: ComplaintState): string | undefined =>
  isFiled(state) ? state.key.region : undefined;

/** Where what it says stands sealed, and what was answered; it opens nowhere else. */
export const textPlace = (id: string): string => `${complaintStream(id)}/text`;
export const answerPlace = (id: string): string => `${complaintStream(id)}/answer`;

const timedOn = async (ledger: Ledger, day: string) => ({
  terms: await policyOn(ledger, 'complaint-terms', day),
  calendars: await approvedCalendars(ledger),
});

const reporterSealed = async (ledger: Ledger, id: string | null | undefined): Promise<boolean> =>
  typeof id !== 'string' || isSealed(await ledger.refer(reporter, reporterStream(id), isSealed));

export const fileComplaint = onComplaint(FileComplaintBody, {
  action: 'complaint.file',
  personal: true,
  region: ({ body }) => body.region,
  refer: async (ledger, { key, body, principal }, vault) => {
    // Before anything is sealed: nobody makes keys for a region that is not theirs.
    requirePermission(principal, 'complaint.file', body.region);
    return {
      ...(await timedOn(ledger, body.filedOn)),
      regionRegistered: await regionRegistered(ledger, body.region),
      reporterSealed: await reporterSealed(ledger, body.reporter),
      sealedText: await vault.seal(key, textPlace(key), body.text),
    };
  },
  command: ({ key, body }, references) => ({
    type: 'FileComplaint',
    complaint: key,
    region: body.region,
    channel: body.channel,
    class: body.class,
    reporter: body.reporter ?? null,
    filedOn: body.filedOn,
    ...references,
  }),
});

export const acknowledgeComplaint = onComplaint(AcknowledgeComplaintBody, {
  action: 'complaint.handle',
  region: itsRegion,
  refer: approvedCalendars,
  command: ({ key, body }, calendars) => ({
    type: 'AcknowledgeComplaint',
    complaint: key,
    acknowledgedOn: body.acknowledgedOn,
    calendars,
  }),
});

export const assignComplaint = onComplaint(AssignComplaintBody, {
  action: 'complaint.handle',
  region: itsRegion,
  refer: approvedCalendars,
  command: ({ key, body }, calendars) => ({
    type: 'AssignComplaint',
    complaint: key,
    office: body.office,
    handler: body.handler ?? null,
    assignedOn: body.assignedOn,
    calendars,
  }),
});

export const answerComplaint = onComplaint(AnswerComplaintBody, {
  action: 'complaint.handle',
  personal: true,
  region: itsRegion,
  refer: async (ledger, { key, body, principal }, vault) => {
    const state = await ledger.refer(complaint, complaintStream(key), isFiled);
    if (isFiled(state)) requirePermission(principal, 'complaint.handle', state.key.region);
    return {
      ...(await timedOn(ledger, body.answeredOn)),
      // Nothing is sealed for a complaint that is not there: the domain refuses it.
      sealedAnswer: isFiled(state) ? await vault.seal(key, answerPlace(key), body.text) : '',
    };
  },
  command: ({ key, body }, references) => ({
    type: 'AnswerComplaint',
    complaint: key,
    answeredOn: body.answeredOn,
    ...references,
  }),
});

export const closeComplaint = onComplaint(CloseComplaintBody, {
  action: 'complaint.close',
  region: itsRegion,
  refer: approvedCalendars,
  command: ({ key, body }, calendars) => ({
    type: 'CloseComplaint',
    complaint: key,
    closedOn: body.closedOn,
    calendars,
    ground: body.ground,
  }),
});

export const reopenComplaint = onComplaint(ReopenComplaintBody, {
  action: 'complaint.handle',
  region: itsRegion,
  refer: (ledger, { body }) => timedOn(ledger, body.reopenedOn),
  command: ({ key, body }, references) => ({
    type: 'ReopenComplaint',
    complaint: key,
    reopenedOn: body.reopenedOn,
    ground: body.ground,
    ...references,
  }),
});

export const escalateComplaint = onComplaint(EscalateComplaintBody, {
  action: 'complaint.escalate',
  region: itsRegion,
  refer: approvedCalendars,
  command: ({ key, body }, calendars) => ({
    type: 'EscalateComplaint',
    complaint: key,
    to: body.to,
    escalatedOn: body.escalatedOn,
    calendars,
    ground: body.ground,
  }),
});

export const readComplaint = onComplaint(ReadComplaintBody, {
  action: 'complaint.read',
  region: itsRegion,
  command: ({ key }) => ({ type: 'ReadComplaint', complaint: key }),
});
