import type { Decider, DomainEvent } from '@jejak/domain';
import { LRUCache } from 'lru-cache';

import type { StreamMemory } from './stream-memory';

export interface StreamCacheLimits {
  /** Most streams kept. */
  readonly streams: number;
  /**
   * Most events whose command evidence is kept, over all streams. A stream that is longer than this
   * by itself is not kept at all and read anew for every command.
   */
  readonly events: number;
}

interface Entry {
  readonly decider: unknown;
  readonly memory: StreamMemory<unknown>;
}

/** Folded streams, least recently used first out. Losing an entry costs one read, never an error. */
export class StreamCache {
  readonly #entries: LRUCache<string, Entry>;

  constructor({ streams, events }: StreamCacheLimits) {
    this.#entries = new LRUCache({
      max: streams,
      maxSize: events,
      sizeCalculation: ({ memory }) => memory.eventCount + 1,
    });
  }

  /** Undefined when the stream is not kept, or was folded by another decider. */
  get<State, Command, Event extends DomainEvent>(
    decider: Decider<State, Command, Event>,
    stream: string,
  ): StreamMemory<State> | undefined {
    const entry = this.#entries.get(stream);
    return entry?.decider === decider ? (entry.memory as StreamMemory<State>) : undefined;
  }

  set<State, Command, Event extends DomainEvent>(
    decider: Decider<State, Command, Event>,
    stream: string,
    memory: StreamMemory<State>,
  ): void {
    this.#entries.set(stream, { decider, memory });
  }

  drop(stream: string): void {
    this.#entries.delete(stream);
  }
}
