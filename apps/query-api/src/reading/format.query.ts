import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

import { formats, type Format } from './list-format';

/** What every reply with rows takes. */
export class FormatQuery {
  @ApiPropertyOptional({ enum: formats, description: 'Or ask by the Accept header.' })
  @IsOptional()
  @IsIn(formats)
  format?: Format;
}
