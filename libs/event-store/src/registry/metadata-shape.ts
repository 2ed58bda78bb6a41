import type { Actor, EventMetadata } from '@jejak/domain';

import { hexDigits, sha256 } from './common-shapes';
import { type Fields, openRecord, record } from './record';
import { integer, matching, oneOf, optional, text } from './shape';

export const uuid = matching(
  new RegExp(`^${[8, 4, 4, 4, 12].map(hexDigits).join('-')}$`),
  'a UUID in lower case',
);

export const instant = matching(
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
  'an instant in UTC with milliseconds',
);

const fields: Fields<EventMetadata> = {
  $correlationId: text,
  $causationId: text,
  commandId: uuid,
  commandSha256: sha256,
  actor: record<Actor>({ kind: oneOf('person', 'system'), id: text }),
  recordedAt: instant,
  schemaVersion: integer,
  traceparent: optional(text),
};

/** What is written: these keys and no others. */
export const writtenMetadata = record<EventMetadata>(fields);

/** What is read: a later release may have added keys, and this one must still read its events. */
export const readMetadata = openRecord<EventMetadata>(fields);
