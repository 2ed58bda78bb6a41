/** Somebody else wrote first; nothing of this append was written. */
export class WrongRevision extends Error {
  override readonly name = 'WrongRevision';
  constructor(readonly stream: string) {
    super(`Stream ${stream} does not stand at the expected revision`);
  }
}

/** The append may or may not have been written. */
export class UnknownOutcome extends Error {
  override readonly name = 'UnknownOutcome';
  constructor(
    readonly stream: string,
    override readonly cause: unknown,
  ) {
    super(`It is not known whether the append to ${stream} was written`);
  }
}

/** The store cannot be reached or refused to serve; nothing was written. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  constructor(override readonly cause: unknown) {
    super('The event store is not available');
  }
}

/** Other writers kept winning on this stream; nothing was written. */
export class TooManyConflicts extends Error {
  override readonly name = 'TooManyConflicts';
  constructor(readonly stream: string) {
    super(`Other commands kept changing ${stream} first`);
  }
}

/** A stored event that the registry cannot read. */
export class UnreadableEventError extends Error {
  override readonly name = 'UnreadableEventError';
  constructor(
    readonly stream: string,
    readonly revision: bigint,
    /** Names keys and shapes, quotes nothing of the event. */
    readonly reason: string,
  ) {
    super(`Event ${revision} of ${stream} cannot be read: ${reason}`);
  }
}

/**
 * An event that must not be written: its type is not registered, its shape is wrong, or it holds a
 * value without an exact JSON form. Always a mistake in the program; nothing was sent.
 */
export class UnencodableEvent extends Error {
  override readonly name = 'UnencodableEvent';
  constructor(
    readonly type: string,
    readonly reason: string,
  ) {
    super(`${type} cannot be written: ${reason}`);
  }
}
