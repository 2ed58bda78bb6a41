import type { DomainEvent } from '../decider';

/**
 * What a view keeps waiting behind an event it cannot fold: one document, the event alone (a view
 * of one row per event), or a whole stream, where nobody can read the event and so nobody knows
 * which documents it touches.
 */
export const parkedKinds = ['document', 'event', 'stream'] as const;

export type ParkedKind = (typeof parkedKinds)[number];

/** The event in question, with all that is needed to find it in the log again. */
export interface ParkedEvent {
  /** UUID, lower case. */
  readonly id: string;
  readonly stream: string;
  /** Place in its stream, decimal text. */
  readonly revision: string;
  readonly type: string;
  /** `<commit>/<prepare>`, both decimal. */
  readonly position: string;
}

/**
 * An operator left an event out of what a view keeps. It stands in the log, so that a rebuild of
 * the view makes the same decision at the same place. The event itself stays where it is, and a
 * skip of an event that the view can fold has no effect.
 */
export type ParkedEventSkipped = DomainEvent<
  'ParkedEventSkipped',
  {
    /** Name of the view without its version: a later version makes the same decision. */
    readonly view: string;
    readonly kind: ParkedKind;
    /** Identifier of the document or of the event, or name of the stream. */
    readonly key: string;
    readonly event: ParkedEvent;
    /** 10 to 1,000 characters. */
    readonly reason: string;
    readonly skippedBy: string;
  }
>;

export type ProjectionEvent = ParkedEventSkipped;
