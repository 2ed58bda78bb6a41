import { PageQuery } from '@jejak/http';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

export class ParkedQuery extends PageQuery {
  @ApiPropertyOptional({ example: 'ranking', description: 'Only of this view. Default: all.' })
  @IsOptional()
  @Matches(/^[^\p{Cc}]{1,200}$/u, { message: '$property must be a text of 1 to 200 characters' })
  view?: string;
}
