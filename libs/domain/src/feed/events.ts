import type { DomainEvent } from '../decider';
import type { EvidenceKey } from '../evidence/events';
import type { CalendarDate } from '../values';
import type { FeedMapping, MappedValue } from './mapping';

export type FeedSourceRegistered = DomainEvent<
  'FeedSourceRegistered',
  {
    readonly feed: string;
    readonly title: string;
    /** Subject of the token that alone may report here. */
    readonly subject: string;
    /** The `source` attribute its events carry (CloudEvents 1.0, a URI reference). */
    readonly eventSource: string;
    /** Id of the region it reports about, itself or those in it. */
    readonly region: string;
  }
>;

/** From now on events of the type are allowed and are read so. */
export type FeedTypeDefined = DomainEvent<
  'FeedTypeDefined',
  {
    readonly feed: string;
    readonly type: string;
    /** From 1, growing by one. */
    readonly version: number;
    /** JSON Schema (draft 7) of the event's `data`, as canonical text: it may hold fractions. */
    readonly schema: string;
    readonly mapping: FeedMapping;
    readonly reason: string | null;
  }
>;

export type FeedSourceRetired = DomainEvent<
  'FeedSourceRetired',
  { readonly feed: string; readonly reason: string }
>;

/** What an event came to. */
export type FeedOutcome =
  | {
      readonly kind: 'fact';
      readonly region: string;
      readonly on: CalendarDate | null;
      readonly values: readonly MappedValue[];
    }
  | {
      readonly kind: 'milestone';
      readonly plan: string;
      readonly item: string;
      readonly milestone: string;
    }
  | (EvidenceKey & {
      readonly kind: 'evidence';
      readonly document: string;
      /** Revision of the upload in the stream of its sub-indicator: the end of its receipt. */
      readonly revision: string;
    });

/** Why an event was not taken in: a stable word and a sentence. */
export interface Unfit {
  readonly code:
    'type-not-allowed' | 'data-not-json' | 'schema' | 'mapping' | 'outside-region' | 'refused';
  readonly detail: string;
}

interface ReceivedEvent {
  readonly feed: string;
  /** Identifier the source gave it. */
  readonly id: string;
  readonly type: string;
  /** The event as it came, canonical JSON (RFC 8785), and its SHA-256. */
  readonly content: string;
  readonly contentSha256: string;
}

export type FeedEventAccepted = DomainEvent<
  'FeedEventAccepted',
  ReceivedEvent & { readonly version: number; readonly outcome: FeedOutcome }
>;

export type FeedEventQuarantined = DomainEvent<
  'FeedEventQuarantined',
  ReceivedEvent & {
    /** Of the type's definition; null where it had none. */
    readonly version: number | null;
    readonly unfit: Unfit;
  }
>;

/** A quarantined event fits since the definition was mended. */
export type FeedEventReplayed = DomainEvent<
  'FeedEventReplayed',
  {
    readonly feed: string;
    readonly id: string;
    readonly type: string;
    readonly version: number;
    readonly outcome: FeedOutcome;
    readonly replayedBy: string;
  }
>;

export type FeedEvent = FeedSourceRegistered | FeedTypeDefined | FeedSourceRetired;
export type ReceivedFeedEvent = FeedEventAccepted | FeedEventQuarantined | FeedEventReplayed;
