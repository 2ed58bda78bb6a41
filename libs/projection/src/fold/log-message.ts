import type { Position } from '@jejak/domain';
import type { SubscriptionMessage } from '@jejak/event-store';

import type { EventReference } from '../storage/parked';

/** An event, or one that nobody here can read. */
export type LogMessage = Exclude<SubscriptionMessage, { kind: 'caught-up' }>;

export const positionOf = (message: LogMessage): Position =>
  message.kind === 'event' ? message.event.position : message.unreadable.position;

export function referenceOf(message: LogMessage): EventReference {
  if (message.kind === 'unreadable') {
    const { id, stream, revision, position, type } = message.unreadable;
    return { id, stream, revision, position, type };
  }
  const { id, stream, revision, position, event } = message.event;
  return { id, stream, revision, position, type: event.type };
}
