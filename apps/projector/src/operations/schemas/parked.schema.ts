import type { ParkedKindReply, ParkedPage, ParkedReply, RetryReply } from '@jejak/client';

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
    error: text('What the code or the server said last; may quote the event.'),
    attempts: count('How often it was tried.'),
    firstFailedAt: instant('The first time.'),
    lastFailedAt: instant('The last time.'),
    waiting: count('Events that wait behind it.'),
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
