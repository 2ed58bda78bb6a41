import type {
  FeedEvent,
  FeedEventAccepted,
  FeedEventQuarantined,
  FeedEventReplayed,
  FeedOutcome,
  FeedSourceRegistered,
  FeedSourceRetired,
  FeedTypeDefined,
  ReceivedFeedEvent,
  Unfit,
} from '@jejak/domain/feed/events';
import type { FeedMapping, FieldForm, MappedField } from '@jejak/domain/feed';

import { calendarDate, sha256 } from './common-shapes';
import { firstVersion, type SchemasOf } from './event-schema';
import { record } from './record';
import { either, integer, list, nullable, oneOf, text, truth } from './shape';

const mapping = record<FeedMapping>({
  target: oneOf('fact', 'milestone', 'evidence'),
  fields: list(
    record<MappedField>({
      name: text,
      from: nullable(text),
      value: nullable(text),
      as: oneOf<FieldForm>('text', 'day', 'integer', 'decimal'),
      optional: truth,
    }),
  ),
});

const outcome = either(
  record<Extract<FeedOutcome, { kind: 'fact' }>>({
    kind: oneOf('fact'),
    region: text,
    on: nullable(calendarDate),
    values: list(
      record<{ readonly name: string; readonly value: string }>({ name: text, value: text }),
    ),
  }),
  either(
    record<Extract<FeedOutcome, { kind: 'milestone' }>>({
      kind: oneOf('milestone'),
      plan: text,
      item: text,
      milestone: text,
    }),
    record<Extract<FeedOutcome, { kind: 'evidence' }>>({
      kind: oneOf('evidence'),
      region: text,
      instrument: text,
      year: integer,
      subIndicator: text,
      document: text,
      revision: text,
    }),
  ),
);

const unfit = record<Unfit>({
  code: oneOf(
    'type-not-allowed',
    'data-not-json',
    'schema',
    'mapping',
    'outside-region',
    'refused',
  ),
  detail: text,
});

const received = { feed: text, id: text, type: text, content: text, contentSha256: sha256 };

export const feedSchemas: SchemasOf<FeedEvent | ReceivedFeedEvent> = {
  FeedSourceRegistered: firstVersion(
    record<FeedSourceRegistered['data']>({
      feed: text,
      title: text,
      subject: text,
      eventSource: text,
      region: text,
    }),
  ),
  FeedTypeDefined: firstVersion(
    record<FeedTypeDefined['data']>({
      feed: text,
      type: text,
      version: integer,
      schema: text,
      mapping,
      reason: nullable(text),
    }),
  ),
  FeedSourceRetired: firstVersion(record<FeedSourceRetired['data']>({ feed: text, reason: text })),
  FeedEventAccepted: firstVersion(
    record<FeedEventAccepted['data']>({ ...received, version: integer, outcome }),
  ),
  FeedEventQuarantined: firstVersion(
    record<FeedEventQuarantined['data']>({ ...received, version: nullable(integer), unfit }),
  ),
  FeedEventReplayed: firstVersion(
    record<FeedEventReplayed['data']>({
      feed: text,
      id: text,
      type: text,
      version: integer,
      outcome,
      replayedBy: text,
    }),
  ),
};
