import type { EventPlaceReply, FailureReply, GenerationReply } from '@jejak/client';

import { count, instant, objectOf, orNull, position, text } from './parts';

/** Fields that several replies have. */

export const generationFields = {
  view: text('Name of the view.', 'ranking'),
  version: count('Version of the code that fills it.'),
  build: count('Which filling of that view it is.'),
};

export const generationSchema = objectOf<GenerationReply>(generationFields);

export const eventFields = {
  stream: text('Stream the event stands in.', 'pact-serang-2025'),
  revision: text('Place in its stream, from 0; of 64 bits.', '3'),
  position: position('Place in the log.'),
  type: text('Type of the event.', 'PactSigned'),
};

export const failureSchema = objectOf<FailureReply>({
  message: text('What stands still, in words that hold no personal data.'),
  detail: orNull(text('What the code or the server said; may quote the event.')),
  since: instant('When it was met first.'),
  event: orNull(
    objectOf<EventPlaceReply>(
      eventFields,
      'The event that cannot be passed; null when the failure is not one of an event.',
    ),
  ),
});
