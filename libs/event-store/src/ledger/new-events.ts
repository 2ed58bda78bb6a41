import type { DomainEvent, EventMetadata, JejakEvent } from '@jejak/domain';
import { v5 as uuidv5 } from 'uuid';

import type { CommandEnvelope } from '../ledger';
import type { NewEvent } from '../new-event';
import { currentVersionOf } from '../registry/registry';

/**
 * The events of an accepted command, ready to append. Their ids follow from the command, its
 * SHA-256, the stream, the index and the instant of the decision: sending the same append again
 * repeats the ids, so that the store writes it once.
 *
 * The SHA-256 and the instant are part of it because the store compares nothing but ids: were they
 * the same for another decision on the same command id, a process whose memory is behind would be
 * told that its own version had been written. So it is told of a conflict, reads, and finds the
 * command in the stream.
 */
export function newEvents(
  stream: string,
  { commandId, commandSha256, correlationId, actor, traceparent }: CommandEnvelope,
  recordedAt: string,
  events: readonly DomainEvent[],
): NewEvent[] {
  return events.map((event, index) => {
    const known = event as JejakEvent;
    const metadata: EventMetadata = {
      $correlationId: correlationId,
      $causationId: commandId,
      commandId,
      commandSha256,
      actor: { kind: actor.kind, id: actor.id },
      recordedAt,
      schemaVersion: currentVersionOf(known.type),
      ...(traceparent === undefined ? {} : { traceparent }),
    };
    return {
      id: uuidv5(`${stream}/${index}/${commandSha256}/${recordedAt}`, commandId),
      event: known,
      metadata,
    };
  });
}
