/** A stream that no decider can have written: a bug or tampering, never an answer to a caller. */
export class CorruptStreamError extends Error {
  constructor(eventType: string, status: string) {
    super(`${eventType} cannot follow in a stream whose state is "${status}"`);
    this.name = 'CorruptStreamError';
  }
}
