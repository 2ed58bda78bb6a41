/*
 * What the projector answers with: plain JSON. Positions are `<commit>/<prepare>`, revisions and
 * other numbers of 64 bits decimal text, instants ISO 8601 UTC.
 */

/** One filling of a view. */
export interface GenerationReply {
  readonly view: string;
  readonly version: number;
  readonly build: number;
}

export interface EventPlaceReply {
  readonly stream: string;
  readonly revision: string;
  readonly position: string;
  readonly type: string;
}

export interface FailureReply {
  readonly message: string;
  /** What the code or the server said, for the maintainer; may quote the event. */
  readonly detail: string | null;
  readonly since: string;
  /** Null when the failure is not one event's. */
  readonly event: EventPlaceReply | null;
}

export interface DifferenceReply {
  /** Where both generations stood. */
  readonly position: string | null;
  readonly same: number;
  readonly changed: number;
  readonly onlyLive: number;
  readonly onlyNext: number;
  readonly examples: readonly {
    readonly id: string;
    readonly kind: 'changed' | 'only-live' | 'only-next';
    readonly fields: readonly string[];
  }[];
}

export interface BuildReply extends GenerationReply {
  readonly purpose: 'rebuild' | 'new-version' | 'release' | 'rollback';
  readonly state: 'filling' | 'indexing' | 'joining' | 'comparing' | 'ready' | 'failed';
  readonly events: number;
  readonly totalEvents: number | null;
  readonly eventsPerSecond: number;
  readonly secondsLeft: number | null;
  readonly position: string | null;
  /** Most events a second; null: as fast as it goes. */
  readonly throttle: number | null;
  readonly requestedAt: string;
  /** Against the live generation, once compared. */
  readonly difference: DifferenceReply | null;
  readonly error: FailureReply | null;
}

export interface ViewReply {
  readonly view: string;
  readonly version: number;
  readonly build: number;
  readonly state: 'waiting' | 'standing-by' | 'catching-up' | 'live' | 'stopped';
  readonly position: string | null;
  readonly events: number;
  readonly caughtUp: boolean;
  readonly lagSeconds: number | null;
  /** An estimate while the view catches up. */
  readonly lagEvents: number | null;
  readonly eventsPerSecond: number;
  /** Who writes the view when it is not the process that answers. */
  readonly writer: string | null;
  readonly error: FailureReply | null;
  /** Events parked in the live generation. */
  readonly parked: number;
  /** What is built beside the live generation. */
  readonly next: BuildReply | null;
}

export type ParkedKindReply = 'document' | 'event' | 'stream';

/** An event that a view cannot pass for one key. */
export interface ParkedReply {
  readonly view: string;
  readonly version: number;
  readonly build: number;
  readonly kind: ParkedKindReply;
  /** Identifier of the document or row, or the name of the stream. */
  readonly key: string;
  readonly event: EventPlaceReply & { readonly id: string };
  /** `live`: parked in what is read. `build`: not parked; a build beside the live view has stopped. */
  readonly holdsUp: 'live' | 'build';
  readonly error: string;
  readonly attempts: number;
  readonly firstFailedAt: string;
  readonly lastFailedAt: string;
  /**
   * Events that wait behind it. Of a stream: its later events that concern the view, up to where the
   * view stands, counted up to 1,000: that many or more. Null: not known now; or a build has stopped,
   * which stands still as a whole.
   */
  readonly waiting: number | null;
}

/** Of a stream no more waiting events are counted. */
export const mostWaitingCounted = 1_000;

/** Data or metadata of an event as they are stored, as text; the beginning where they are large. */
export interface StoredPartReply {
  /**
   * `json`: the value that is stored, written anew; its numbers beyond 2^53 are rounded. `text`: a
   * text, or what was announced as JSON and is none. `base64`: anything else.
   */
  readonly encoding: 'json' | 'text' | 'base64';
  readonly content: string;
  /** Of the whole. */
  readonly bytes: number;
  /** There is more than is shown. */
  readonly cut: boolean;
}

/** An event as it is stored, whether or not this release can read it. */
export interface StoredEventReply extends EventPlaceReply {
  readonly id: string;
  /** Null where its metadata name none. */
  readonly schemaVersion: number | null;
  readonly contentType: 'application/json' | 'application/octet-stream';
  readonly data: StoredPartReply;
  readonly metadata: StoredPartReply | null;
  /** Why this release cannot read it; null when it can. */
  readonly unreadable: string | null;
}

export interface RetryReply {
  /** True when nothing is parked at the key any more. */
  readonly released: boolean;
  readonly parked: ParkedReply | null;
}
