import { type Listening } from '../listening';
import { type Flush } from '../storage/environment';

/** What the starter tells the worker. */
export interface WorkerSettings {
  readonly directory: string;
  readonly listening: Listening;
  readonly faults: boolean;
  /** In milliseconds. */
  readonly cursorTimeout: number;
  readonly flush: Flush;
}

/** What a node says once it can be dialled. */
export interface NodeFacts {
  /** Null when there is a Unix socket only. */
  readonly port: number | null;
  /** Collections there were when it was opened. */
  readonly collections: number;
}
