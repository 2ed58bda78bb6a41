import { type FeedMapping, type FieldForm } from '@jejak/domain/feed';

import {
  ChoiceField,
  FlagField,
  JsonField,
  ListField,
  ObjectField,
  RegionCodeField,
  TextField,
} from '../edge/fields';
import { CommandBody } from '../edge/parts';

export class RegisterFeedSourceBody extends CommandBody {
  @TextField({ description: 'What the system is.', example: 'Online licensing (SIMPONIE)' })
  title!: string;

  @TextField({ description: 'Subject of the token that alone may report.', example: 'simponie' })
  subject!: string;

  @TextField({
    description: 'The source attribute its events carry.',
    example: '/36.74/simponie',
  })
  eventSource!: string;

  @RegionCodeField({ description: 'Id of the region it reports about.', example: '36.74' })
  region!: string;
}

export class MappedFieldBody {
  @TextField({ description: 'Name in the result.', example: 'processingDays', maxLength: 40 })
  name!: string;

  @TextField({
    description: 'Place in the event, a JSON pointer (RFC 6901).',
    example: '/data/processingDays',
    optional: true,
  })
  from?: string | null;

  @TextField({ description: 'Or the value itself.', optional: true })
  value?: string | null;

  @ChoiceField({
    description: 'What it must be.',
    example: 'integer',
    of: ['text', 'day', 'integer', 'decimal'] satisfies FieldForm[],
  })
  as!: FieldForm;

  @FlagField({ description: 'Whether it may be missing. Default: no.', optional: true })
  optional?: boolean | null;
}

export class FeedMappingBody {
  @ChoiceField({
    description:
      'fact: a fact of its own, in which region and on are read as such. milestone: the report that a milestone was met, which needs plan, item, milestone and metOn. evidence: the event as a document of a scorecard, which needs instrument, year, subIndicator and document, and takes region and title.',
    example: 'fact',
    of: ['fact', 'milestone', 'evidence'] satisfies FeedMapping['target'][],
  })
  target!: FeedMapping['target'];

  @ListField({ description: 'Fields of the result.', of: MappedFieldBody, maximum: 40 })
  fields!: MappedFieldBody[];
}

export class DefineFeedTypeBody extends CommandBody {
  @TextField({ description: 'The type attribute of the events.', example: 'id.go.licence.issued' })
  type!: string;

  @JsonField({
    description:
      'JSON Schema (draft 7) of the data, at most 16 KiB, without $ref, pattern and uniqueItems.',
    example: { type: 'object', required: ['processingDays'] },
  })
  schema!: object;

  @ObjectField({ description: 'What becomes of an event.', of: FeedMappingBody })
  mapping!: FeedMappingBody;

  @TextField({ description: 'Why it changes.', optional: true })
  reason?: string | null;
}

export class RetireFeedSourceBody extends CommandBody {
  @TextField({ description: 'Why.', example: 'Replaced by OSS' })
  reason!: string;
}

export class ReplayFeedEventBody extends CommandBody {}
