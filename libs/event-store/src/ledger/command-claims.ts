import { LRUCache } from 'lru-cache';

export type Claim = 'new' | 'ours' | { readonly heldBy: string };

/**
 * Which stream a recent command id belongs to, so that its reuse on another stream is noticed.
 * Best effort: the last `size` commands of this process. Within one stream the stream itself is the
 * evidence, exact and for ever.
 */
export class CommandClaims {
  readonly #streams: LRUCache<string, string>;

  constructor(size: number) {
    this.#streams = new LRUCache({ max: size });
  }

  /** Claims the id unless it is held: `new`, `ours` when this stream had it, or the other stream. */
  claim(commandId: string, stream: string): Claim {
    const holder = this.#streams.get(commandId);
    if (holder === stream) return 'ours';
    if (holder !== undefined) return { heldBy: holder };
    this.#streams.set(commandId, stream);
    return 'new';
  }

  release(commandId: string): void {
    this.#streams.delete(commandId);
  }
}
