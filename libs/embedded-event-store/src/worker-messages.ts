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

/**
 * What the worker tells its starter. `code` is one that starting a node can fail with, or a system
 * error's.
 */
export type FromWorker =
  | ({ readonly kind: 'listening' } & NodeFacts)
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/** The only thing a worker is ever told. */
export type ToWorker = 'stop';
