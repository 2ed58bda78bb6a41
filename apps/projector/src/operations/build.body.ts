import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';

const purposes = ['rebuild', 'rollback'] as const;

export class BuildBody {
  @ApiProperty({
    description:
      'rebuild fills a new generation from the beginning of the log; rollback lets the one that was live before catch up.',
    enum: purposes,
    example: 'rebuild',
  })
  @IsIn(purposes)
  purpose!: (typeof purposes)[number];

  @ApiProperty({
    description:
      'Most events a second, for a rebuild; left out or null: as fast as it goes. Asked for again, it holds from then on.',
    type: 'integer',
    minimum: 1,
    maximum: 1_000_000,
    nullable: true,
    required: false,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  throttle?: number | null;
}
