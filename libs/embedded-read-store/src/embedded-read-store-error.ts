/**
 * Why a node did not start or did not stay up: READ_STORE_IN_USE (another node holds the directory),
 * READ_STORE_EXITED (its thread ended by itself), READ_STORE_FAILED, or the code of the operating
 * system, such as EADDRINUSE or EACCES.
 */
export class EmbeddedReadStoreError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'EmbeddedReadStoreError';
  }
}
