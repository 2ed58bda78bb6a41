import type {
  ParkedKindReply,
  ParkedPage,
  ParkedReply,
  RetryReply,
  StoredEventReply,
  StoredPartReply,
} from '@jejak/client';

import { choiceOf, count, flag, instant, listOf, objectOf, orNull, text } from './parts';
import { eventFields, generationFields } from './places';

export const parkedSchema = objectOf<ParkedReply>(
  {
    ...generationFields,
    kind: choiceOf<ParkedKindReply>({
      document: 'one document waits behind the event',
      event: 'the event alone, in a view of one row per event',
      stream: 'the whole stream, where nobody can read the event',
    }),
    key: text('Identifier of the document or row, or name of the stream.', 'MCP/2019/36'),
    event: objectOf<ParkedReply['event']>({
      id: { ...text('Identifier of the event.'), format: 'uuid' },
      ...eventFields,
    }),
    holdsUp: choiceOf<ParkedReply['holdsUp']>({
      live: 'it is parked in what queries read',
      build: 'it is not parked; a build beside what queries read has stopped at it',
    }),
    error: text('What the code or the server said last; may quote the event.'),
    attempts: count('How often it was tried.'),
    firstFailedAt: instant('The first time.'),
    lastFailedAt: instant('The last time.'),
    waiting: orNull(
      count('Events that wait behind it, counted up to 1,000; null where nobody knows.'),
    ),
  },
  'An event that a view cannot pass for one key.',
);

export const parkedPageSchema = objectOf<ParkedPage>({
  items: listOf(parkedSchema, 'By view, then in the order of the log.'),
  next: orNull(text('Address of the next page; null on the last.')),
});

export const retrySchema = objectOf<RetryReply>({
  released: flag('True when nothing is parked at the key any more.'),
  parked: orNull(parkedSchema),
});

const storedPartSchema = objectOf<StoredPartReply>({
  encoding: choiceOf<StoredPartReply['encoding']>({
    json: 'the value that is stored, written anew; numbers beyond 2^53 are rounded',
    text: 'a text, or what was announced as JSON and is none',
    base64: 'anything else',
  }),
  content: text('At most 65,536 characters from its beginning.'),
  bytes: count('Of the whole.'),
  cut: flag('True when there is more than is shown.'),
});

export const storedEventSchema = objectOf<StoredEventReply>(
  {
    id: { ...text('Identifier of the event.'), format: 'uuid' },
    ...eventFields,
    schemaVersion: orNull(count('Version its metadata name; null where they name none.')),
    contentType: choiceOf<StoredEventReply['contentType']>({
      'application/json': 'announced as JSON',
      'application/octet-stream': 'announced as bytes',
    }),
    data: storedPartSchema,
    metadata: orNull(storedPartSchema),
    unreadable: orNull(text('Why this release cannot read it; null when it can.')),
  },
  'An event as it is stored, whether or not this release can read it.',
);
