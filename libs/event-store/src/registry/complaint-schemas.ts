import type {
  ComplaintAcknowledged,
  ComplaintAnswered,
  ComplaintAssigned,
  ComplaintClosed,
  ComplaintEscalated,
  ComplaintEvent,
  ComplaintFiled,
  ComplaintKey,
  ComplaintReopened,
} from '@jejak/domain/complaint/events';
import type {
  ReporterEvent,
  ReporterKey,
  ReporterSealed,
  ReporterUnmasked,
  UnmaskingRequested,
} from '@jejak/domain/complaint/reporter-events';

import { calendarDate } from './common-shapes';
import { firstVersion, type SchemasOf } from './event-schema';
import { pseudonym } from './pseudonym';
import { type Fields, record } from './record';
import { integer, list, matching, nullable, oneOf, text, truth } from './shape';

/** Ciphertext and nothing else: what is not sealed does not get into the log by mistake. */
const sealed = matching(/^v1\.[A-Za-z0-9_-]+$/, 'a sealed text');

const key: Fields<ComplaintKey> = { complaint: pseudonym, region: text };
const reporterKey: Fields<ReporterKey> = { reporter: pseudonym, region: text };
const late = nullable(truth);
const day = nullable(calendarDate);

export const complaintSchemas: SchemasOf<ComplaintEvent | ReporterEvent> = {
  ComplaintFiled: firstVersion(
    record<ComplaintFiled['data']>({
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
    }),
  ),
  ComplaintAcknowledged: firstVersion(
    record<ComplaintAcknowledged['data']>({ ...key, acknowledgedOn: calendarDate }),
  ),
  ComplaintAssigned: firstVersion(
    record<ComplaintAssigned['data']>({ ...key, office: text, assignedOn: calendarDate, late }),
  ),
  ComplaintAnswered: firstVersion(
    record<ComplaintAnswered['data']>({
      ...key,
      answeredOn: calendarDate,
      sealedAnswer: sealed,
      late,
      replyBy: day,
    }),
  ),
  ComplaintClosed: firstVersion(
    record<ComplaintClosed['data']>({
      ...key,
      closedOn: calendarDate,
      ground: oneOf('no-reply', 'consent'),
    }),
  ),
  ComplaintReopened: firstVersion(
    record<ComplaintReopened['data']>({
      ...key,
      reopenedOn: calendarDate,
      ground: oneOf('not-satisfied', 'new-facts'),
      wasClosed: truth,
      answerBy: day,
      policyVersion: integer,
      unconfirmed: list(text),
    }),
  ),
  ComplaintEscalated: firstVersion(
    record<ComplaintEscalated['data']>({
      ...key,
      to: text,
      escalatedOn: calendarDate,
      ground: oneOf('overdue', 'outside-competence', 'serious'),
    }),
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
