import type { DomainEvent } from '../decider';
import type { ScorecardKey, SubIndicatorResult } from '../scorecard/events';
import type { DecimalText, Instant } from '../values';

/** The evidence of one sub-indicator of one scorecard: one stream. */
export interface EvidenceKey extends ScorecardKey {
  readonly subIndicator: string;
}

/** The key and what of the framework it belongs to. */
export interface EvidenceOrigin extends EvidenceKey {
  readonly area: string;
  readonly indicator: string;
}

/** A document was handed in; the file itself stays with the region, its digest stays here for ever. */
export type EvidenceSubmitted = DomainEvent<
  'EvidenceSubmitted',
  EvidenceOrigin & {
    /** Document of the sub-indicator as the framework names it. */
    readonly document: string;
    /** Unique in Jejak: the stream's name without `evidence-`, a dash, the event's revision. */
    readonly receipt: string;
    readonly sha256: string;
    /** Bytes. */
    readonly size: number;
    readonly title: string;
    /** When another system took it in, as that system says; null: when it was recorded. */
    readonly handedInAt: Instant | null;
    /** Handed in after the uploads had ended: kept, and not scored. */
    readonly late: boolean;
    /** The end of the uploads it was judged by; null while none was announced. */
    readonly closesAt: Instant | null;
    /** Receipt of the upload it replaces; that one stays readable. Null for the first and for a late one. */
    readonly replaces: string | null;
    readonly submittedBy: string;
  }
>;

export type EvidenceVerified = DomainEvent<
  'EvidenceVerified',
  EvidenceOrigin & {
    readonly document: string;
    readonly receipt: string;
    readonly points: DecimalText;
    readonly maximumPoints: DecimalText;
    readonly note: string | null;
    readonly verifiedBy: string;
  }
>;

export type EvidenceReturned = DomainEvent<
  'EvidenceReturned',
  EvidenceOrigin & {
    readonly document: string;
    readonly receipt: string;
    readonly reason: string;
    readonly returnedBy: string;
  }
>;

/** What the sub-indicator came to when its scorecard was finalised; no review follows it. */
export type EvidenceCounted = DomainEvent<
  'EvidenceCounted',
  EvidenceOrigin & Omit<SubIndicatorResult, 'subIndicator'> & { readonly countedBy: string }
>;

export type EvidenceEvent =
  EvidenceSubmitted | EvidenceVerified | EvidenceReturned | EvidenceCounted;
