import { comparePositions, type Position } from '@jejak/domain';

import type { EncodedEvent } from '../codec/encode';
import type { Appended, ExpectedRevision, StoredEvent } from '../event-store';
import { WrongRevision } from '../store-errors';

/** An event kept as the text that would be stored, so that nothing is shared with the writer. */
interface Kept {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: Position;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/** The total order and what the server decides on it: expected revisions and repeated appends. */
export class InMemoryLog {
  readonly #kept: Kept[] = [];
  readonly #streams = new Map<string, Kept[]>();
  readonly #waiting = new Set<() => void>();
  /** Grows by the size of each event, as a log does: clients that count by one show themselves. */
  #end = 0n;

  append(stream: string, expected: ExpectedRevision, events: readonly EncodedEvent[]): Appended {
    const history = this.#streams.get(stream) ?? [];
    const next = expected === 'none' ? 0 : Number(expected) + 1;
    if (history.length !== next) {
      const earlier = history.slice(next, next + events.length);
      const last = earlier.at(-1);
      const isRepeated =
        earlier.length === events.length && earlier.every(({ id }, i) => id === events[i]?.id);
      if (last === undefined || !isRepeated) throw new WrongRevision(stream);
      return { revision: last.revision, position: last.position };
    }
    const written = events.map((event) => this.#keep(stream, event));
    const last = written.at(-1);
    if (last === undefined) throw new Error('An append without events');
    for (const wake of this.#waiting) wake();
    return { revision: last.revision, position: last.position };
  }

  #keep(stream: string, { id, type, data, metadata }: EncodedEvent): Kept {
    const history = this.#streams.get(stream) ?? [];
    this.#streams.set(stream, history);
    const position = { commit: this.#end, prepare: this.#end };
    const kept: Kept = {
      id,
      stream,
      revision: BigInt(history.length),
      position,
      type,
      data: JSON.stringify(data),
      metadata: JSON.stringify(metadata),
    };
    this.#end += BigInt(kept.data.length + kept.metadata.length + type.length);
    history.push(kept);
    this.#kept.push(kept);
    return kept;
  }

  stream(stream: string): readonly Kept[] {
    return this.#streams.get(stream) ?? [];
  }

  /** Index in the total order of the first event after the position. */
  indexAfter(position: Position | null): number {
    if (position === null) return 0;
    const index = this.#kept.findIndex((kept) => comparePositions(kept.position, position) > 0);
    return index === -1 ? this.#kept.length : index;
  }

  at(index: number): Kept | undefined {
    return this.#kept[index];
  }

  /** Position of the newest event that is not the store's own. */
  get newest(): Position | null {
    return this.#kept.findLast(({ type }) => !type.startsWith('$'))?.position ?? null;
  }

  get length(): number {
    return this.#kept.length;
  }

  /** Resolves after the next append, or when the signal fires. */
  nextAppend(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}

/** As a client hands it over. */
export const storedEvent = (kept: Kept): StoredEvent => ({
  ...kept,
  isJson: true,
  data: JSON.parse(kept.data),
  metadata: JSON.parse(kept.metadata),
});
