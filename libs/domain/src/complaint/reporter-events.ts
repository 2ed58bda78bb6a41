import type { DomainEvent } from '../decider';

export interface ReporterKey {
  /** Pseudonym (UUID) under which complaints know the reporter. */
  readonly reporter: string;
  readonly region: string;
}

/** Who it is, sealed under a key of their own that lies beside the log and can be destroyed. */
export type ReporterSealed = DomainEvent<
  'ReporterSealed',
  ReporterKey & { readonly sealedIdentity: string }
>;

export type UnmaskingRequested = DomainEvent<
  'UnmaskingRequested',
  ReporterKey & { readonly legalBasis: string; readonly requestedBy: string }
>;

/** Two different persons have decided, on a legal ground, that the identity may be read. */
export type ReporterUnmasked = DomainEvent<
  'ReporterUnmasked',
  ReporterKey & {
    readonly legalBasis: string;
    readonly requestedBy: string;
    readonly approvedBy: string;
  }
>;

export type ReporterEvent = ReporterSealed | UnmaskingRequested | ReporterUnmasked;
