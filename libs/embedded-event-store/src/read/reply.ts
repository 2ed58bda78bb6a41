/** Where a read sends its messages; the transport behind it is nobody's business here. */
export interface Reply {
  /** Aborted once the reader is gone or the node stops. */
  readonly signal: AbortSignal;
  /** Queues one encoded `ReadResp`. False: wait for `drained` before much more. */
  write(message: Buffer): boolean;
  /** Resolves when there is room again, or on abort. */
  drained(): Promise<void>;
}
