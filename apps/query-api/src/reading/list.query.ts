import { PageQuery } from '@jejak/http';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString } from 'class-validator';

import { formats, type Format } from './list-format';

/** What every list takes; a context's own query adds its filters, each with its pattern. */
export class ListQuery extends PageQuery {
  @ApiPropertyOptional({
    description: 'What to order by; a name with - before it is the opposite direction.',
  })
  @IsOptional()
  @IsString()
  sort?: string;

  @ApiPropertyOptional({
    enum: formats,
    description:
      'Or ask by the Accept header. CSV and NDJSON have the whole list, unless limit asks for a page.',
  })
  @IsOptional()
  @IsIn(formats)
  format?: Format;
}
