import { type ParkedKind, parkedKinds } from '@jejak/domain/projection';

import { ChoiceField, PositionField, RevisionField, TextField, UuidField } from '../edge/fields';
import { CommandBody } from '../edge/parts';

export class SkipParkedEventBody extends CommandBody {
  @ChoiceField({
    description:
      'What waits behind the event: one document, the event alone (a view of one row per event), or a whole stream (an event nobody can read).',
    example: 'document',
    of: parkedKinds,
  })
  kind!: ParkedKind;

  @TextField({
    description: 'Identifier of the document or of the row, or name of the stream.',
    example: 'serang-2025',
    maxLength: 1000,
  })
  key!: string;

  @UuidField({
    description: 'Id of the parked event.',
    example: '0d8f6a3c-5c1e-5b7a-9a43-7f0f5a4c2e11',
  })
  eventId!: string;

  @TextField({
    description: 'Stream the event stands in.',
    example: 'pact-serang-2025',
    maxLength: 1000,
  })
  stream!: string;

  @RevisionField({ description: 'Place of the event in its stream, from 0.', example: '3' })
  revision!: string;

  @TextField({ description: 'Type of the event.', example: 'PactSigned' })
  type!: string;

  @PositionField({ description: 'Position of the event in the log.', example: '48211/48211' })
  position!: string;

  @TextField({
    description: 'Why the view goes on without the event; an auditor reads it.',
    example: 'Signed twice by a fault of the importer; see ticket 12.',
    minLength: 10,
    maxLength: 1000,
    manyLines: true,
  })
  reason!: string;
}
