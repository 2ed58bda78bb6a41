import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';

/** What every list takes besides its own filters; see `limitOf` and `decodeCursor`. */
export class PageQuery {
  @ApiPropertyOptional({ example: '50', description: 'Items per page, 1 to 500. Default 50.' })
  @IsOptional()
  @IsString()
  limit?: string;

  @ApiPropertyOptional({ description: 'From the `next` link of the page before.' })
  @IsOptional()
  @IsString()
  cursor?: string;
}
