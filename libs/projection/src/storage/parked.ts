import type { Position } from '@jejak/domain';

/**
 * What stands still behind an event: one `document` of a view; one `event` alone, where rows are
 * independent of each other; a whole `stream`, where nobody can tell which documents it concerns.
 */
export type ParkedKind = 'document' | 'event' | 'stream';

/** Where an event is, to be read again. */
export interface EventReference {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: Position;
  readonly type: string;
}

export interface ParkedKey {
  readonly kind: ParkedKind;
  /** Identifier of the document or row, or the name of the stream. */
  readonly key: string;
}

/** An event that a generation cannot pass for one key, and why. */
export interface ParkedRecord extends ParkedKey {
  readonly event: EventReference;
  /** What the last attempt said. */
  readonly error: string;
  readonly attempts: number;
  /** ISO 8601 UTC. */
  readonly firstFailedAt: string;
  readonly lastFailedAt: string;
}
