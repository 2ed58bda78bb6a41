import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches } from 'class-validator';

export class ParkedQuery {
  @ApiPropertyOptional({ example: 'ranking', description: 'Only of this view. Default: all.' })
  @IsOptional()
  @Matches(/^[^\p{Cc}]{1,200}$/u, { message: '$property must be a text of 1 to 200 characters' })
  view?: string;

  @ApiPropertyOptional({ example: '50', description: 'Entries per page, 1 to 500. Default 50.' })
  @IsOptional()
  @IsString()
  limit?: string;

  @ApiPropertyOptional({ description: 'From the `next` link of the page before.' })
  @IsOptional()
  @IsString()
  cursor?: string;
}
