import type { DomainEvent } from '../decider';
import type { CalendarDate, Source } from '../values';
import type { PolicyKind, PolicyOfKind } from './contents';

/** What a version of a policy says of itself, whatever its kind. */
export interface PolicyDescription {
  readonly title: string;
  /** First day it applies; until the next version's. */
  readonly effectiveFrom: CalendarDate;
  readonly legalBasis: string;
  readonly source: Source;
  /**
   * Parts of the content that no source found so far confirms, each named as a reader finds it
   * (`wbbm.total`). Replies that rest on them say so.
   */
  readonly unconfirmed: readonly string[];
}

export type PolicyDrafted = DomainEvent<
  'PolicyDrafted',
  PolicyOfKind &
    PolicyDescription & {
      /** From 1, growing by one with every draft that follows an approval. */
      readonly version: number;
      readonly draftedBy: string;
      /** SHA-256 over the canonical JSON of kind, description and content: names what is approved. */
      readonly contentSha256: string;
    }
>;

export type PolicyApproved = DomainEvent<
  'PolicyApproved',
  {
    readonly kind: PolicyKind;
    readonly version: number;
    /** Subject identifier of the second person; never the one who drafted. */
    readonly approvedBy: string;
  }
>;

/** From the day after `lastDay` on the version applies no longer, and no earlier one does instead. */
export type PolicyRetired = DomainEvent<
  'PolicyRetired',
  {
    readonly kind: PolicyKind;
    readonly version: number;
    readonly lastDay: CalendarDate;
    readonly reason: string;
    readonly retiredBy: string;
  }
>;

export type PolicyEvent = PolicyDrafted | PolicyApproved | PolicyRetired;
