import type { DomainEvent } from '../../decider';
import type { CalendarDate, Source } from '../../values';

/** How many of the staff have signed their integrity pact (Pakta Integritas). */
export interface PactCoverage {
  readonly staff: number;
  readonly signed: number;
}

/** The head of an agency declares that it builds integrity zones (pencanangan), openly. */
export type ZoneDeclared = DomainEvent<
  'ZoneDeclared',
  {
    readonly region: string;
    readonly declaredOn: CalendarDate;
    /** Where it was widely published. */
    readonly publication: string;
    /** Who witnessed the charter (piagam) from outside: KPK, Ombudsman, the community. */
    readonly witnesses: readonly string[];
    readonly coverage: PactCoverage;
    /** Signatures still owed: whoever had not signed may do so later. */
    readonly owed: number;
    readonly source: Source | null;
    /** Version of the policy `zone-sheet` that says how much coverage is needed. */
    readonly policyVersion: number;
  }
>;

/** More of the staff have signed since. */
export type PactCoverageRecorded = DomainEvent<
  'PactCoverageRecorded',
  {
    readonly region: string;
    readonly asOf: CalendarDate;
    readonly coverage: PactCoverage;
    readonly owed: number;
  }
>;

export type DeclarationEvent = ZoneDeclared | PactCoverageRecorded;
