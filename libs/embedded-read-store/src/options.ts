export interface EmbeddedReadStoreOptions {
  /** Where the documents live; made when it is not there. One node at a time may hold it. */
  readonly directory: string;
  /** Default 127.0.0.1. There is no authentication: any address but a loopback one needs `remote`. */
  readonly host?: string;
  /** Default 0: any free port. Null: none, only the Unix socket is listened on. */
  readonly port?: number | null;
  /**
   * Path of a Unix socket to listen on as well, for the user of this process only (mode 0600). What a
   * killed node left there is replaced.
   */
  readonly unixSocket?: string;
  /** Whether other machines may connect and do everything. Default `refused`. */
  readonly remote?: 'refused' | 'unprotected';
  /** Whether `configureFailPoint` is a command; for tests only. */
  readonly faults?: boolean;
  /** How long a cursor lives that nobody asks for more, in milliseconds. Default ten minutes. */
  readonly cursorTimeout?: number;
  /**
   * `disk` (default): a write is acknowledged when it is flushed to the disk. `system`: when the
   * operating system has it. That survives the end of the process, SIGKILL too, but not that of the
   * machine: after a power cut the directory is refused, for its documents may be damaged. Only for
   * what can be made again, the checkpoints it was made by included; a write with `j: true` is refused.
   */
  readonly flush?: 'disk' | 'system';
}
