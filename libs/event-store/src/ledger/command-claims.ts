import { LRUCache } from 'lru-cache';

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

  /** The other stream that holds the id; null when it is free or held by this one. */
  heldElsewhere(commandId: string, stream: string): string | null {
    const holder = this.#streams.get(commandId);
    return holder === undefined || holder === stream ? null : holder;
  }

  /** True when the claim is new. */
  claim(commandId: string, stream: string): boolean {
    const isNew = !this.#streams.has(commandId);
    this.#streams.set(commandId, stream);
    return isNew;
  }

  release(commandId: string): void {
    this.#streams.delete(commandId);
  }
}
