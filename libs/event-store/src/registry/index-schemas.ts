import type { IndexCorrected, IndexEvent, IndexRecorded } from '@jejak/domain/indices/events';

import { calendarDate, decimalText, source } from './common-shapes';
import { firstVersion, type SchemasOf } from './event-schema';
import { record } from './record';
import { integer, nullable, text } from './shape';

const publication = { kind: text, subject: text, year: integer, publication: integer };

export const indexSchemas: SchemasOf<IndexEvent> = {
  IndexRecorded: firstVersion(
    record<IndexRecorded['data']>({
      ...publication,
      value: decimalText,
      band: nullable(text),
      claimedBand: nullable(text),
      claimedAs: nullable(text),
      respondents: nullable(integer),
      publishedOn: nullable(calendarDate),
      source,
      policyVersion: integer,
      recordedBy: text,
    }),
  ),
  IndexCorrected: firstVersion(
    record<IndexCorrected['data']>({
      ...publication,
      from: decimalText,
      to: decimalText,
      band: nullable(text),
      reason: text,
      policyVersion: integer,
      correctedBy: text,
    }),
  ),
};
