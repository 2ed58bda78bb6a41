import type { EventReference, ParkedKey } from './storage/parked';

/**
 * The event cannot be folded; reading it again changes nothing. The reason is kept out of
 * the message, which reaches logs and health: it may quote the event.
 */
export class PoisonEvent extends Error {
  override readonly name = 'PoisonEvent';
  constructor(
    readonly place: EventReference,
    /** For what it would be parked. */
    readonly key: ParkedKey,
    readonly reason: string,
    override readonly cause?: unknown,
  ) {
    super(`${place.type} (event ${place.revision.toString()} of ${place.stream}) cannot be folded`);
  }
}

/** A document or checkpoint no longer stands where it was read; nothing was overwritten. */
export class AnotherWriter extends Error {
  override readonly name = 'AnotherWriter';
  constructor(view: string, what: string) {
    super(`Another writer changed ${what} of view ${view} in the meantime`);
  }
}

/** The log was followed without an error to its end, which a log does not have. */
export class SubscriptionEnded extends Error {
  override readonly name = 'SubscriptionEnded';
  constructor() {
    super('The event store ended the subscription');
  }
}

/** The head of the log moved on but the subscription delivered nothing. */
export class SubscriptionStalled extends Error {
  override readonly name = 'SubscriptionStalled';
  constructor(silentMilliseconds: number) {
    super(`The subscription is behind the head and was silent for ${silentMilliseconds} ms`);
  }
}

/** What is known of a thrown value, for people. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Somebody else writes this generation by now, or the lease ran out before the write was sent. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
  constructor(readonly collections: readonly string[]) {
    super(`The right to write ${collections.join(', ')} is lost`);
  }
}

/** So many keys are parked that the view itself must be wrong: it stops before the next. */
export class TooManyParked extends Error {
  override readonly name = 'TooManyParked';
  constructor(view: string, limit: number) {
    super(
      `${limit} keys of the view ${view} are parked: correct the view or let the events be skipped`,
    );
  }
}
