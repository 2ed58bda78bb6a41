import { ApiProperty } from '@nestjs/swagger';

import {
  DecimalField,
  InstantField,
  IntegerField,
  Sha256Field,
  SlugField,
  TextField,
} from '../edge/fields';
import { CommandBody } from '../edge/parts';
import { RecordedReply } from '../edge/recorded.reply';

export class SubmitEvidenceBody extends CommandBody {
  @SlugField({ description: 'Sub-indicator of the framework.', example: 'planning.1.1' })
  subIndicator!: string;

  @SlugField({ description: 'Which of its documents.', example: 'menus' })
  document!: string;

  @Sha256Field({
    description: 'SHA-256 of the file, lower-case hex.',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  sha256!: string;

  @IntegerField({
    description: 'Size of the file in bytes.',
    example: 482_113,
    minimum: 1,
    maximum: 1_099_511_627_776,
  })
  size!: number;

  @TextField({ description: 'Title of the file.', example: 'Tangkapan layar menu Simral' })
  title!: string;

  @InstantField({
    description:
      'When another system took it in; only a token of a system may say so. Left out: now.',
    example: '2025-11-29T15:15:00+07:00',
    optional: true,
  })
  handedInAt?: string | null;
}

export class VerifyEvidenceBody extends CommandBody {
  @SlugField({ description: 'Sub-indicator of the framework.', example: 'planning.1.1' })
  subIndicator!: string;

  @TextField({
    description: 'Receipt of the upload that was looked at.',
    example: '36.73-mcp-2025-planning.1.1-0',
    maxLength: 120,
  })
  receipt!: string;

  @DecimalField({ description: 'Points it earns, up to those of the document.', example: '37.5' })
  points!: string;

  @TextField({
    description: 'Note; needed when it had been judged before.',
    maxLength: 2000,
    manyLines: true,
    optional: true,
  })
  note?: string | null;
}

export class ReturnEvidenceBody extends CommandBody {
  @SlugField({ description: 'Sub-indicator of the framework.', example: 'planning.1.1' })
  subIndicator!: string;

  @TextField({
    description: 'Receipt of the upload that was looked at.',
    example: '36.73-mcp-2025-planning.1.1-0',
    maxLength: 120,
  })
  receipt!: string;

  @TextField({
    description: 'Why it is sent back.',
    example: 'The screenshot is of 2024',
    maxLength: 2000,
    manyLines: true,
  })
  reason!: string;
}

/** What was recorded, and the receipt to prove it by. */
export class SubmittedReply extends RecordedReply {
  @ApiProperty({
    example: '36.73-mcp-2025-planning.1.1-0',
    description: 'See /v1/receipts/{receipt}: when it was recorded, and whether it was in time.',
  })
  receipt!: string;
}
