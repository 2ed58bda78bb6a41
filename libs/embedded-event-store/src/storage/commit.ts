import { type StreamMetadata } from './stream-metadata';
import { type StreamState } from './stream-state';

/** Everything one commit changes; it is written in one transaction or not at all. */
export interface Commit {
  readonly records: readonly {
    readonly position: number;
    readonly record: Buffer;
    /** Absent for a tombstone, which lives in the log only. */
    readonly index?: { readonly streamId: number; readonly revision: number };
  }[];
  readonly streams: ReadonlyMap<string, StreamState>;
  /** Metadata of described streams that this commit replaces. */
  readonly metadata: ReadonlyMap<string, StreamMetadata>;
  readonly head: Head;
}

/** Where the log ends. */
export interface Head {
  /** Position of the last event; -1 in an empty log. */
  readonly last: number;
  /** Position the next event gets. */
  readonly next: number;
  readonly nextStreamId: number;
}
