import { type Recorded, formatPosition } from '@jejak/event-store';
import { ApiProperty } from '@nestjs/swagger';

import { Warning } from './unregistered';

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

  @ApiProperty({
    type: [Warning],
    required: false,
    description: 'What the command names and nobody has registered; recorded all the same.',
  })
  warnings?: readonly Warning[];
}

/** Without warnings there is no list of them. */
export function recordedReply(
  recorded: Recorded,
  warnings: readonly Warning[] = [],
): RecordedReply {
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
    ...(warnings.length === 0 ? {} : { warnings }),
  };
}
