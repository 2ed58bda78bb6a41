import type { Checkpoint } from '../storage/checkpoint';

/** Told where a generation stands, by whoever feeds it. */
export interface FeedProgress {
  /** Events flow, or are about to. */
  follow(): void;
  advance(checkpoint: Checkpoint): void;
  /** Everything that was in the log at the start of the lane is handled. */
  becomeLive(): void;
  /**
   * At an event or document it cannot pass; the other generations go on. Null: the process stops,
   * and whatever is still heard of the generation does not start it again.
   */
  stop(error: unknown): void;
  readonly isStopped: () => boolean;
  /** So many keys are parked now. */
  parked(count: number): void;
  /** Something was written, for those who count. */
  wrote(amount: { readonly documents: number; readonly rows: number }): void;
}
