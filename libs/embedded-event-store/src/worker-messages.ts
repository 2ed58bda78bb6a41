/** What the worker tells its starter. `code` is one of `StartErrorCode`, or a system error code. */
export type FromWorker =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/** The only thing a worker is ever told. */
export type ToWorker = 'stop';
