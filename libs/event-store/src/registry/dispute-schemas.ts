import type { ClaimedRank, ClaimRecorded, DisputeEvent } from '@jejak/domain/dispute/events';

import { calendarDate, source } from './common-shapes';
import { firstVersion, type SchemasOf } from './event-schema';
import { record } from './record';
import { integer, list, nullable, text } from './shape';

export const disputeSchemas: SchemasOf<DisputeEvent> = {
  ClaimRecorded: firstVersion(
    record<ClaimRecorded['data']>({
      instrument: text,
      year: integer,
      claim: integer,
      by: text,
      date: calendarDate,
      text,
      about: list(record<ClaimedRank>({ region: text, rank: nullable(integer) })),
      source,
    }),
  ),
};
