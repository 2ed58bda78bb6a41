/** What the starter tells the worker. */
export interface WorkerSettings {
  readonly directory: string;
  readonly host: string;
  readonly port: number;
  readonly faults: boolean;
}

/** What the worker tells its starter. */
export type WorkerMessage =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'stopped' };

export const stopMessage = 'stop';
