import {
  erasureChannels,
  type ErasureEvent,
  type ErasureGranted,
  type ErasureKey,
  type ErasureRefused,
  type ErasureRequested,
  type SubjectKeyShredded,
} from '@jejak/domain/erasure/events';

import { calendarDate } from './common-shapes';
import { countedTerm } from './counted-term';
import { firstVersion, type SchemasOf } from './event-schema';
import { exemption } from './policy-shapes/erasure-rules';
import { pseudonym } from './pseudonym';
import { type Fields, record } from './record';
import { integer, oneOf, text, truth } from './shape';

const key: Fields<ErasureKey> = { subject: pseudonym, region: text, request: integer };

export const erasureSchemas: SchemasOf<ErasureEvent> = {
  ErasureRequested: firstVersion(
    record<ErasureRequested['data']>({
      ...key,
      channel: oneOf(...erasureChannels),
      receivedOn: calendarDate,
      executeBy: calendarDate,
      counted: countedTerm,
      policyVersion: integer,
      recordedBy: text,
    }),
  ),
  ErasureGranted: firstVersion(
    record<ErasureGranted['data']>({ ...key, decidedOn: calendarDate, decidedBy: text }),
  ),
  ErasureRefused: firstVersion(
    record<ErasureRefused['data']>({
      ...key,
      decidedOn: calendarDate,
      ground: exemption,
      law: text,
      policyVersion: integer,
      late: truth,
      decidedBy: text,
    }),
  ),
  SubjectKeyShredded: firstVersion(
    record<SubjectKeyShredded['data']>({ ...key, shreddedBy: text }),
  ),
};
