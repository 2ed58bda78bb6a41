import type { JejakEvent, Position, RecordedEvent } from '@jejak/domain';

import type { NewEvent } from './new-event';

/** `none`: the stream must not exist yet. A number: the revision the stream must stand at. */
export type ExpectedRevision = 'none' | bigint;

export interface Appended {
  /** Revision of the last event written. */
  readonly revision: bigint;
  /** Position of the last event written. */
  readonly position: Position;
}

export interface ReadStreamOptions {
  /** First revision to return, inclusive. Default: the start, or the end when backwards. */
  readonly from?: bigint;
  readonly direction?: 'forwards' | 'backwards';
  /** Default: all. */
  readonly limit?: number;
}

export interface SubscribeOptions {
  /** Position of the last event that was handled; null starts at the beginning. */
  readonly after: Position | null;
  /** Only these event types; every event that is not the store's own when absent. */
  readonly eventTypes?: readonly string[];
  /** Ends the subscription; the iteration then finishes without an error. */
  readonly signal: AbortSignal;
}

/** What a subscription yields, in the order of the log. */
export type SubscriptionMessage =
  | { readonly kind: 'event'; readonly event: RecordedEvent<JejakEvent> }
  /** An event whose type, version or shape the registry does not know: never skipped in silence. */
  | { readonly kind: 'unreadable'; readonly unreadable: UnreadableEvent }
  /**
   * Everything that was in the log when the subscription started has been yielded before this.
   *
   * `scannedTo` is where the log ended just before, whatever kind of event stands there: all up to
   * it has been scanned, and yielded where it was asked for, so a consumer that has handled what
   * came before may go on from there. Null when that is no further than `after`.
   */
  | { readonly kind: 'caught-up'; readonly scannedTo: Position | null };

export interface UnreadableEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: Position;
  readonly type: string;
  readonly reason: string;
}

/** An event as the store's client hands it over, whether or not this release can read it. */
export interface StoredEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: Position;
  readonly type: string;
  readonly isJson: boolean;
  /** The client leaves malformed JSON as text, and what is not JSON as bytes. */
  readonly data: unknown;
  /** Bytes when it is not JSON; undefined when there is none. */
  readonly metadata: unknown;
}

export interface StoredRecord extends StoredEvent {
  /** Why this release cannot read it; null when it can. */
  readonly unreadable: string | null;
}

/** Where the log stands, as one reading found it. */
export interface Head {
  /** Position of the newest event that is not the store's own; null while there is none. */
  readonly newest: Position | null;
  /** Position of the last event of any kind; null while the log is empty. */
  readonly end: Position | null;
}

/**
 * The one door to the event store. Adapters throw only the errors of `store-errors.ts`:
 * `WrongRevision` (somebody else was first, nothing was written), `UnknownOutcome` (the append may
 * or may not have been written: look its event ids up before anything else), `StoreUnavailable`
 * (nothing was written) and `UnreadableEventError` (a stored event the registry does not know).
 */
export interface EventStore {
  /**
   * Appends all events or none. Repeating an append with the same event ids and the same expected
   * revision writes nothing and answers as the first time.
   */
  append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<Appended>;

  /** Events of one stream in order; nothing at all when the stream does not exist. */
  readStream(stream: string, options?: ReadStreamOptions): AsyncIterable<RecordedEvent<JejakEvent>>;

  /**
   * The same events as they are stored, in whatever version. One that nobody can read does not end
   * the iteration: it is yielded with the reason. For operators, never for deciding.
   */
  readStored(stream: string, options?: ReadStreamOptions): AsyncIterable<StoredRecord>;

  /**
   * One connection's worth of the log: replays from `after` and goes on live. Ends with
   * `StoreUnavailable` when the connection is lost or the server ends it; resuming is the caller's.
   */
  subscribe(options: SubscribeOptions): AsyncIterable<SubscriptionMessage>;

  /**
   * Where the log stands now. Reads back only to where the last reading found its end, so that the
   * store's own events, of which a quiet log gains one every few seconds, are passed over once.
   */
  head(): Promise<Head>;

  /** Ends the connection; open iterations end. */
  close(): Promise<void>;
}
