import type { Decider, DomainEvent, JejakEvent, RecordedEvent } from '@jejak/domain';

import type { EventStore } from '../event-store';
import { emptyMemory, remember, type StreamMemory } from './stream-memory';

/** The whole stream, folded. */
export function fromStore<State, Command, Event extends DomainEvent>(
  store: EventStore,
  decider: Decider<State, Command, Event>,
  stream: string,
): Promise<StreamMemory<State>> {
  return completed(store, decider, stream, emptyMemory(decider));
}

/**
 * The same memory when nothing was added to the stream since; otherwise a new one. Everything is
 * read before anything is folded: a read that breaks off leaves no half of a command behind.
 */
export async function completed<State, Command, Event extends DomainEvent>(
  store: EventStore,
  decider: Decider<State, Command, Event>,
  stream: string,
  memory: StreamMemory<State>,
): Promise<StreamMemory<State>> {
  const from = memory.revision === null ? 0n : memory.revision + 1n;
  const added: RecordedEvent<JejakEvent>[] = [];
  for await (const event of store.readStream(stream, { from })) added.push(event);
  return added.reduce((current, event) => remember(decider, current, event), memory);
}
