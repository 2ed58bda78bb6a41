import type { ParkedKind, ParkedNotice } from '@jejak/projection';
import { ApiProperty } from '@nestjs/swagger';

/** A recorded event that a reply leaves out, or may leave out; what went wrong is not for readers. */
export class LeftOutEvent {
  @ApiProperty({
    enum: ['document', 'event', 'stream'],
    description:
      'What stands still behind the event: a document of the reply, a row of it, or a whole stream, where nobody can tell which documents it concerns.',
  })
  readonly kind!: ParkedKind;

  @ApiProperty({ example: 'pact-serang-2022-06-23' })
  readonly stream!: string;

  @ApiProperty({ example: '3', description: 'Place in its stream, decimal text.' })
  readonly revision!: string;

  @ApiProperty({ example: 'PactSigned' })
  readonly type!: string;

  @ApiProperty({ format: 'date-time', description: 'When it was found that it cannot be shown.' })
  readonly since!: string;
}

/** Part of every reply that events are missing from. */
export class LeftOut {
  @ApiProperty({
    type: [LeftOutEvent],
    required: false,
    description:
      'This reply leaves out these events; an operator has been told. Absent when nothing is left out.',
  })
  readonly parked?: readonly LeftOutEvent[];
}

/** Each event once, however many documents stand still behind it, since it was first met. */
export function leftOutBy(notices: readonly ParkedNotice[]): readonly LeftOutEvent[] {
  const events = new Map<string, LeftOutEvent>();
  for (const { kind, stream, revision, type, since } of notices) {
    const event = { kind, stream, revision: revision.toString(), type, since };
    const key = JSON.stringify([kind, stream, event.revision]);
    const known = events.get(key);
    if (known === undefined || since < known.since) events.set(key, event);
  }
  return [...events.values()];
}
