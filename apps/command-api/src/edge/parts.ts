import { type Evidence, type Instant, type Source } from '@jejak/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';

import { Sha256Field, TextField } from './fields';

/** What every command body may carry beside its own fields. */
export class CommandBody {
  @ApiProperty({
    description:
      'Your key for the command, an alternative to the Idempotency-Key header: repeat it to repeat the command safely. The commandId of the reply and the trail is made of it and of who you are, so that two callers never share one.',
    type: String,
    format: 'uuid',
    required: false,
  })
  @IsOptional()
  @IsUUID()
  commandId?: string | null;
}

export class SourceBody {
  @TextField({ description: 'Short stable name of the source.', example: 'B5', maxLength: 64 })
  id!: string;

  @TextField({
    description: 'Publisher and date, or an address: enough to find it again.',
    example: 'kabartangerang.com and jakarta.tribunnews.com, 2019-08-21',
  })
  citation!: string;
}

export class EvidenceBody {
  @Sha256Field({
    description: 'SHA-256 of the file, lower-case hex.',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  sha256!: string;

  @TextField({ description: 'What the document is.', example: 'Signed governor regulation' })
  title!: string;
}

/** Plain values for an event; what was left out is null there. */
export const sourceFrom = ({ id, citation }: SourceBody): Source => ({ id, citation });

export const optionalSourceFrom = (body: SourceBody | null | undefined): Source | null =>
  body ? sourceFrom(body) : null;

/** In UTC, as events have it; a day or hour that does not exist stays as it is for the domain to refuse. */
export function instantFrom(text: string): Instant {
  const time = Date.parse(text);
  return Number.isNaN(time) ? text : new Date(time).toISOString();
}

export const evidenceFrom = (bodies: readonly EvidenceBody[] | null | undefined): Evidence[] =>
  (bodies ?? []).map(({ sha256, title }) => ({ sha256, title }));
