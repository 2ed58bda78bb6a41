import type { JejakEvent, Position, RecordedEvent } from '@jejak/domain';
import type { NewEvent, SubscriptionMessage } from '@jejak/event-store';

/** Events whose `version` tells them apart; the id is made from the same number. */
export function sample(number: number): NewEvent {
  const commandId = idOf(number);
  return {
    id: commandId,
    event: {
      type: 'FrameworkPublished',
      data: { version: number, instrument: 'MCP', year: 2024, approvedBy: 'pejabat — é 😀' },
    },
    metadata: {
      $correlationId: 'request-1',
      $causationId: commandId,
      commandId,
      commandSha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      actor: { kind: 'person', id: 'user-1' },
      recordedAt: '2025-03-04T05:06:07.089Z',
      schemaVersion: 1,
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    },
  };
}

/** An event of another type. */
export function otherSample(number: number): NewEvent {
  return {
    ...sample(number),
    event: {
      type: 'MilestoneVerified',
      data: { plan: 'p', region: '36', item: 'i', milestone: 'm', verifiedBy: 'u', note: null },
    },
  };
}

export const samples = (from: number, to: number): NewEvent[] =>
  Array.from({ length: to - from + 1 }, (_, index) => sample(from + index));

const idOf = (number: number): string =>
  `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

export function numberOf({ event }: RecordedEvent<JejakEvent>): number {
  return (event.data as { readonly version: number }).version;
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

/** Messages up to and including the first for which `isLast` holds. */
export async function collectUntil(
  messages: AsyncIterable<SubscriptionMessage>,
  isLast: (message: SubscriptionMessage) => boolean,
): Promise<SubscriptionMessage[]> {
  const collected: SubscriptionMessage[] = [];
  for await (const message of messages) {
    collected.push(message);
    if (isLast(message)) break;
  }
  return collected;
}

/** The number of each event, or the kind of any other message. */
export const outline = (messages: readonly SubscriptionMessage[]): (number | string)[] =>
  messages.map((message) => (message.kind === 'event' ? numberOf(message.event) : message.kind));

export const positionOf = (message: SubscriptionMessage | undefined): Position => {
  if (message?.kind !== 'event') throw new Error('not an event');
  return message.event.position;
};
