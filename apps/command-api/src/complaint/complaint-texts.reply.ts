import { ApiProperty } from '@nestjs/swagger';

import { RecordedReply } from '../edge/recorded.reply';

class AnswerText {
  @ApiProperty({ example: '2026-02-16' })
  answeredOn!: string;

  @ApiProperty({ type: String, nullable: true, example: 'The fee was paid back.' })
  text!: string | null;
}

/** A text is null where its key was destroyed: then nobody reads it any more. */
export interface ComplaintTexts {
  readonly text: string | null;
  readonly answers: AnswerText[];
}

/** The reading as it was recorded, and what was read. */
export class ComplaintReadReply extends RecordedReply implements ComplaintTexts {
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'The fee for the permit was asked in cash.',
    description: 'What the complaint says; null where its key was destroyed.',
  })
  text!: string | null;

  @ApiProperty({ type: [AnswerText], description: 'Oldest first.' })
  answers!: AnswerText[];
}
