import { type Recorded, formatPosition } from '@jejak/event-store';
import { ApiProperty } from '@nestjs/swagger';

export class RecordedEventReply {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'PactSigned' })
  type!: string;

  @ApiProperty({ example: '3', description: 'Place in its stream, from 0.' })
  revision!: string;
}

/** What was recorded and where. 64-bit numbers are text. */
export class RecordedReply {
  @ApiProperty({ example: 'pact-serang-2022-06-23' })
  stream!: string;

  @ApiProperty({ example: '3', description: 'Revision of the last event.' })
  revision!: string;

  @ApiProperty({
    example: '48211/48211',
    description: 'Position of the last event; send it as Jejak-After to read your own write.',
  })
  position!: string;

  @ApiProperty({ format: 'uuid' })
  commandId!: string;

  @ApiProperty({ type: [RecordedEventReply] })
  events!: RecordedEventReply[];
}

export function recordedReply(recorded: Recorded): RecordedReply {
  return {
    stream: recorded.stream,
    revision: String(recorded.revision),
    position: formatPosition(recorded.position),
    commandId: recorded.commandId,
    events: recorded.events.map(({ id, type, revision }) => ({
      id,
      type,
      revision: String(revision),
    })),
  };
}
