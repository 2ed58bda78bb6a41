import {
  type ParkedEvent,
  type ParkedEventSkipped,
  parkedKinds,
  type ProjectionEvent,
} from '@jejak/domain/projection/events';

import { firstVersion, type SchemasOf } from './event-schema';
import { uuid } from './metadata-shape';
import { record } from './record';
import { matching, oneOf, text } from './shape';

const revision = matching(/^(0|[1-9]\d{0,19})$/, 'a revision as text');

const position = matching(
  /^(0|[1-9]\d{0,19})\/(0|[1-9]\d{0,19})$/,
  'a position <commit>/<prepare>',
);

const event = record<ParkedEvent>({ id: uuid, stream: text, revision, type: text, position });

export const projectionSchemas: SchemasOf<ProjectionEvent> = {
  ParkedEventSkipped: firstVersion(
    record<ParkedEventSkipped['data']>({
      view: text,
      kind: oneOf(...parkedKinds),
      key: text,
      event,
      reason: text,
      skippedBy: text,
    }),
  ),
};
