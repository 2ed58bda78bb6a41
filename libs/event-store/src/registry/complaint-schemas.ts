import type {
  ComplaintAcknowledged,
  ComplaintAnswered,
  ComplaintAssigned,
  ComplaintClosed,
  ComplaintEscalated,
  ComplaintEvent,
  ComplaintFiled,
  ComplaintKey,
  ComplaintRead,
  ComplaintReopened,
  ComplaintTermsSettled,
} from '@jejak/domain/complaint/events';
import type {
  ReporterEvent,
  ReporterKey,
  ReporterSealed,
  ReporterUnmasked,
  UnmaskingRequested,
} from '@jejak/domain/complaint/reporter-events';

import { calendarDate } from './common-shapes';
import { countedTerms, settledTerms, withoutCounts } from './counted-term';
import { firstVersion, nextVersion, type SchemasOf } from './event-schema';
import { pseudonym } from './pseudonym';
import { type Fields, record } from './record';
import { integer, list, matching, nullable, oneOf, text, truth } from './shape';

/** Ciphertext and nothing else: what is not sealed does not get into the log by mistake. */
const sealed = matching(/^v1\.[A-Za-z0-9_-]+$/, 'a sealed text');

const key: Fields<ComplaintKey> = { complaint: pseudonym, region: text };
const reporterKey: Fields<ReporterKey> = { reporter: pseudonym, region: text };
const late = nullable(truth);
const day = nullable(calendarDate);

/** Version 1 knew the office only: the reader of its complaints is whoever may handle them. */
type AssignedToOffice = Omit<ComplaintAssigned['data'], 'handler'>;
const complaintFiled: Fields<Omit<ComplaintFiled['data'], 'counted'>> = {
  ...key,
  channel: oneOf('web', 'app', 'sms', 'letter', 'visit', 'telephone'),
  class: oneOf('information', 'violation', 'violation-field-check'),
  reporter: nullable(pseudonym),
  filedOn: calendarDate,
  sealedText: sealed,
  forwardBy: day,
  answerBy: day,
  policyVersion: integer,
  unconfirmed: list(text),
};

const complaintAnswered: Fields<Omit<ComplaintAnswered['data'], 'counted'>> = {
  ...key,
  answeredOn: calendarDate,
  sealedAnswer: sealed,
  late,
  replyBy: day,
};

const complaintReopened: Fields<Omit<ComplaintReopened['data'], 'counted'>> = {
  ...key,
  reopenedOn: calendarDate,
  ground: oneOf('not-satisfied', 'new-facts'),
  wasClosed: truth,
  answerBy: day,
  policyVersion: integer,
  unconfirmed: list(text),
};

export const complaintSchemas: SchemasOf<ComplaintEvent | ReporterEvent> = {
  ComplaintFiled: nextVersion(
    firstVersion(record<Omit<ComplaintFiled['data'], 'counted'>>(complaintFiled)),
    record<ComplaintFiled['data']>({ ...complaintFiled, counted: countedTerms }),
    withoutCounts,
  ),
  ComplaintAcknowledged: firstVersion(
    record<ComplaintAcknowledged['data']>({ ...key, acknowledgedOn: calendarDate }),
  ),
  ComplaintAssigned: nextVersion(
    firstVersion(
      record<AssignedToOffice>({ ...key, office: text, assignedOn: calendarDate, late }),
    ),
    record<ComplaintAssigned['data']>({
      ...key,
      office: text,
      handler: nullable(text),
      assignedOn: calendarDate,
      late,
    }),
    (data) => ({ ...data, handler: null }),
  ),
  ComplaintAnswered: nextVersion(
    firstVersion(record<Omit<ComplaintAnswered['data'], 'counted'>>(complaintAnswered)),
    record<ComplaintAnswered['data']>({ ...complaintAnswered, counted: countedTerms }),
    withoutCounts,
  ),
  ComplaintClosed: firstVersion(
    record<ComplaintClosed['data']>({
      ...key,
      closedOn: calendarDate,
      ground: oneOf('no-reply', 'consent'),
    }),
  ),
  ComplaintReopened: nextVersion(
    firstVersion(record<Omit<ComplaintReopened['data'], 'counted'>>(complaintReopened)),
    record<ComplaintReopened['data']>({ ...complaintReopened, counted: countedTerms }),
    withoutCounts,
  ),
  ComplaintEscalated: firstVersion(
    record<ComplaintEscalated['data']>({
      ...key,
      to: text,
      escalatedOn: calendarDate,
      ground: oneOf('overdue', 'outside-competence', 'serious'),
    }),
  ),
  ComplaintRead: firstVersion(record<ComplaintRead['data']>({ ...key, readBy: text })),
  ComplaintTermsSettled: firstVersion(
    record<ComplaintTermsSettled['data']>({ ...key, settled: settledTerms }),
  ),
  ReporterSealed: firstVersion(
    record<ReporterSealed['data']>({ ...reporterKey, sealedIdentity: sealed }),
  ),
  UnmaskingRequested: firstVersion(
    record<UnmaskingRequested['data']>({ ...reporterKey, legalBasis: text, requestedBy: text }),
  ),
  ReporterUnmasked: firstVersion(
    record<ReporterUnmasked['data']>({
      ...reporterKey,
      legalBasis: text,
      requestedBy: text,
      approvedBy: text,
    }),
  ),
};
