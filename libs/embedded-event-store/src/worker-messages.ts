import { type Listening } from './listening';

/** What a node needs to start. */
export interface NodeOptions {
  readonly directory: string;
  readonly listening: Listening;
}

/** What a node says once it can be dialled. */
export interface NodeFacts {
  /** Null when there is a Unix socket only. */
  readonly port: number | null;
  /** Events in the log when it was opened. */
  readonly events: number;
  /** Position of the last of them; null when there is none. */
  readonly position: number | null;
}
