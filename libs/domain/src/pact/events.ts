import type { DomainEvent } from '../decider';
import type { CalendarDate, Source } from '../values';

/**
 * The seven obligations every integrity pact (Pakta Integritas) holds.
 * Source: PermenPAN-RB 49/2011, as printed by dpmptsp.klaten.go.id and kemenag.malangkota.go.id.
 */
export const pactObligations = [
  'prevent-corruption',
  'refuse-bribes-and-gratification',
  'be-honest-transparent-accountable',
  'avoid-conflict-of-interest',
  'set-an-example',
  'report-deviations',
  'accept-consequences',
] as const;

export type PactObligation = (typeof pactObligations)[number];

export interface PactClause {
  readonly obligation: PactObligation;
  readonly text: string;
}

/** Stream `pacttext-<version>`: one immutable wording, and its end. */
export type PactTextPublished = DomainEvent<
  'PactTextPublished',
  {
    readonly version: string;
    readonly title: string;
    readonly legalBasis: string;
    readonly clauses: readonly PactClause[];
    /** SHA-256 over the canonical clauses, lower-case hex. */
    readonly sha256: string;
  }
>;

/**
 * The wording is signed no more after its last day, because another one is in force. Who signed it
 * until then is bound by it, until their signature or pact is superseded.
 */
export type PactTextRetired = DomainEvent<
  'PactTextRetired',
  {
    readonly version: string;
    /** The last day on which it could be signed; may lie ahead. */
    readonly lastDay: CalendarDate;
    readonly reason: string;
  }
>;

/** A party by office; the name is null where no source gives it. */
export interface PactParty {
  readonly position: string;
  readonly name: string | null;
}

export interface PactSignatory extends PactParty {
  /** True for a party from outside the agency, such as the Ombudsman. */
  readonly outside: boolean;
  /** Region the party signs for, where that is not the pact's own; null otherwise. */
  readonly region: string | null;
}

/** A group that signed and of which the source names nobody. */
export interface SymbolicSigners {
  readonly group: string;
  /** Null where the source names the group and not how many. */
  readonly count: number | null;
}

/** Direct superior (atasan langsung), or another official designated for it. */
export type WitnessCapacity = 'direct-superior' | 'designated';

export interface PactKey {
  readonly pact: string;
  readonly region: string;
}

export type PactDrafted = DomainEvent<
  'PactDrafted',
  PactKey & {
    readonly textVersion: string;
    readonly occasion: string;
    /** Day of the ceremony. */
    readonly date: CalendarDate;
    readonly place: string | null;
    /** Groups who signed and are only counted or only mentioned by the source. */
    readonly symbolicSigners: readonly SymbolicSigners[];
    readonly source: Source | null;
  }
>;

export type PactSigned = DomainEvent<
  'PactSigned',
  PactKey & {
    readonly signatory: PactSignatory;
    readonly signedOn: CalendarDate;
    /** Reference to the wet or electronic signature; null where none was published. */
    readonly signatureReference: string | null;
  }
>;

export type PactWitnessed = DomainEvent<
  'PactWitnessed',
  PactKey & {
    readonly witness: PactParty;
    /** Null where the source does not say in which capacity. */
    readonly capacity: WitnessCapacity | null;
    readonly witnessedOn: CalendarDate;
  }
>;

export type PactPublished = DomainEvent<
  'PactPublished',
  PactKey & { readonly publishedOn: CalendarDate; readonly publicationReference: string }
>;

export type PactSuperseded = DomainEvent<
  'PactSuperseded',
  PactKey & {
    readonly ground: 'position-changed' | 'text-replaced';
    readonly reason: string;
    /** The pact that takes its place, when it exists already. */
    readonly successor: string | null;
    /** From this day on it no longer holds; null where the first version did not ask. */
    readonly on: CalendarDate | null;
  }
>;

/** Position changed (mutation, promotion, end of office), or another wording is in force. */
export type SupersessionGround = PactSuperseded['data']['ground'];

/**
 * One person's promise in a pact of many no longer holds: it was made in an office they left, or in
 * words that were replaced. Without a successor they have to sign again.
 */
export type SignatureSuperseded = DomainEvent<
  'SignatureSuperseded',
  PactKey & {
    readonly signatory: PactParty;
    readonly ground: SupersessionGround;
    readonly reason: string;
    /** The pact in which they signed again; null while they have not. */
    readonly successor: string | null;
    /** From this day on it no longer holds; null where the first version did not ask. */
    readonly on: CalendarDate | null;
  }
>;

export type PactEvent =
  PactDrafted | PactSigned | PactWitnessed | PactPublished | PactSuperseded | SignatureSuperseded;

export type PactTextEvent = PactTextPublished | PactTextRetired;
