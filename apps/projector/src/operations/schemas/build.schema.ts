import type { BuildReply, DifferenceReply, GenerationReply } from '@jejak/client';
import type { SchemaObject } from '@nestjs/swagger';

import {
  amount,
  choiceOf,
  count,
  instant,
  listOf,
  objectOf,
  orNull,
  position,
  text,
} from './parts';
import { failureSchema, generationFields, generationSchema } from './places';

const exampleSchema = objectOf<DifferenceReply['examples'][number]>({
  id: text('Identifier of the document.', 'MCP/2019/36'),
  kind: choiceOf<DifferenceReply['examples'][number]['kind']>({
    changed: 'in both, not alike',
    'only-live': 'only in the live generation',
    'only-next': 'only in the build',
  }),
  fields: listOf(text('Name of a field.'), 'Fields that differ, where it is changed.'),
});

const differenceSchema = objectOf<DifferenceReply>(
  {
    position: orNull(position('Where both generations stood.')),
    same: count('Documents that are alike.'),
    changed: count('Documents that are in both and not alike.'),
    onlyLive: count('Documents only in the live generation.'),
    onlyNext: count('Documents only in the build.'),
    examples: listOf(exampleSchema, 'Some of the documents that differ.'),
  },
  'Against the live generation; null before it was compared, and where there is none.',
);

export const buildSchema: SchemaObject = objectOf<BuildReply>(
  {
    ...generationFields,
    purpose: choiceOf<BuildReply['purpose']>({
      rebuild: 'asked for',
      'new-version': 'the code has a higher version; switched to by itself',
      release: 'an event can be passed now; switched to by itself',
      rollback: 'back to what was live before',
    }),
    state: choiceOf<BuildReply['state']>({
      filling: 'reads the log',
      indexing: 'makes its indexes',
      joining: 'closes up with the live generation',
      comparing: 'is compared with it',
      ready: 'follows the log and can be switched to',
      failed: 'stopped, see error',
    }),
    events: count('Events passed.'),
    totalEvents: orNull(count('Events the live generation has passed; null when nobody knows.')),
    eventsPerSecond: amount('Over the last seconds.'),
    secondsLeft: orNull(amount('An estimate; null when nobody knows.')),
    position: orNull(position('Of the last event passed; null before the first.')),
    throttle: orNull(count('Most events a second; null: as fast as it goes.')),
    requestedAt: instant('When it was asked for.'),
    difference: orNull(differenceSchema),
    error: orNull(failureSchema),
  },
  'What is built beside the live generation.',
);

export const switchedSchema = objectOf<{ readonly generation: GenerationReply }>({
  generation: generationSchema,
});
