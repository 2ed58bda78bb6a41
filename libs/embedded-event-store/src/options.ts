/** A certificate with its chain, and its key: PEM texts. */
export interface TlsMaterial {
  readonly certificate: string;
  readonly key: string;
}

/** The one user there can be. */
export interface User {
  readonly name: string;
  readonly password: string;
}

export interface EmbeddedEventStoreOptions {
  /** Created when missing. One node at a time may use it. */
  readonly directory: string;
  /** Default 127.0.0.1. Any address but a loopback one needs `remote`. */
  readonly host?: string;
  /** Default 0: any free port. Null: none, only the Unix socket is listened on. */
  readonly port?: number | null;
  /**
   * Path of a Unix socket to listen on as well, for the user of this process only (mode 0600). What a
   * killed node left there is replaced. Whoever may open it is not asked for a password.
   */
  readonly unixSocket?: string;
  /**
   * Whether other machines may connect: `protected` demands TLS and a user, `unprotected` lets
   * everybody do everything who reaches the port. Default `refused`.
   */
  readonly remote?: 'refused' | 'protected' | 'unprotected';
  /** Without it the port speaks plain text. */
  readonly tls?: TlsMaterial;
  /** Who may call at the port; needs TLS, for the client sends no credentials without. */
  readonly user?: User;
  /**
   * What clients are told to dial, such as the name in the certificate. Default the host; for a
   * host that means all addresses, what the asking client has dialled.
   */
  readonly advertisedHost?: string;
}
