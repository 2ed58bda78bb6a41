import type { ViewReply } from '@jejak/client';

import { buildSchema } from './build.schema';
import { amount, choiceOf, count, flag, listOf, objectOf, orNull, position, text } from './parts';
import { failureSchema, generationFields } from './places';

const viewSchema = objectOf<ViewReply>({
  ...generationFields,
  state: choiceOf<ViewReply['state']>({
    waiting: 'for a store that does not answer, or not started',
    'standing-by': 'another process writes it',
    'catching-up': 'reads the log',
    live: 'follows the log',
    stopped: 'at an event it cannot pass, or told to',
  }),
  position: orNull(position('Of the last event passed; null before the first.')),
  events: count('Events passed since its beginning.'),
  caughtUp: flag('Whether it is where the log ends.'),
  lagSeconds: orNull(amount('Seconds behind; null when nobody knows.')),
  lagEvents: orNull(count('Events behind, an estimate while it catches up; null when unknown.')),
  eventsPerSecond: amount('Over the last seconds.'),
  parked: count('Events parked in the live generation.'),
  writer: orNull(text('Who writes it when it is not the process that answers.')),
  error: orNull(failureSchema),
  next: orNull(buildSchema),
});

export const viewListSchema = objectOf<{ readonly items: readonly ViewReply[] }>({
  items: listOf(viewSchema, 'One for each view that this process projects.'),
});
