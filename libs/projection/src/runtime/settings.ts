import type { BatchReport } from '../lane/lane';
import type { PageLimits } from '../lane/pages';

/** Something an operator may want to know; `error` where something failed. No personal data. */
export interface ProjectionLogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly view?: string;
  readonly error?: unknown;
}

export interface ProjectionSettings {
  readonly clock?: () => Date;
  readonly logger?: (entry: ProjectionLogEntry) => void;
  /** Called for every batch that was written. */
  readonly onBatch?: (batch: BatchReport) => void;
  readonly limits?: Partial<PageLimits>;
  /** Most events between two checkpoints while catching up. Default 2,000. */
  readonly eventsPerCheckpoint?: number;
  /** Most events between two checkpoints of a generation that is being built. Default 4,000. */
  readonly eventsPerBuildCheckpoint?: number;
  /** Documents of each view that are kept in memory. Default 5,000. */
  readonly heldDocuments?: number;
  /**
   * Names this process as a writer. Default: a new name in every process. A name that is known to
   * belong to one process at a time lets that process go on at once after a crash.
   */
  readonly writer?: string;
  /** How long a writer that is not heard of keeps the others waiting. Default 10,000. */
  readonly leaseMilliseconds?: number;
  /** How long tombstones outlive the checkpoint that passed them. Default one hour. */
  readonly tombstoneRetentionMilliseconds?: number;
  /** Pauses between the attempts at an event before it is parked. Default 50 and 250. */
  readonly retryPauses?: readonly number[];
  /** Most keys of one view that are parked; it stops before the next. Default 1,000. */
  readonly mostParked?: number;
  /**
   * How often a generation that stopped at an event looks whether it was decided to leave it out.
   * Default 2,000.
   */
  readonly skipsMilliseconds?: number;
  /** How often the head of the log is read. Default 2,000. */
  readonly headIntervalMilliseconds?: number;
  /** How long a subscription may be silent while the head is ahead of it. Default 60,000. */
  readonly stallMilliseconds?: number;
  /** How long `stop` lets the batch in hand finish before abandoning it. Default 5,000. */
  readonly drainMilliseconds?: number;
  /** Milliseconds before the next attempt after so many failures in a row. Default: `backOff`. */
  readonly retryDelay?: (failures: number) => number;
}
