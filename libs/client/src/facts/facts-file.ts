import type { RegionLevel } from '@jejak/domain/region';

/**
 * The facts file: published figures and records, each with its source. Null means that no source
 * gives it. Sections that no command covers yet are carried along and named, never dropped silently.
 */
export interface FactsFile {
  readonly sources: Readonly<Record<string, string>>;
  readonly regions: readonly RegionFact[];
  readonly frameworks: readonly FrameworkFact[];
  readonly publishedScores: readonly PublishedScoresFact[];
  readonly areaScores: readonly AreaScoresFact[];
  readonly indices: readonly IndexFact[];
  readonly pactTexts: readonly PactTextFact[];
  readonly pacts: readonly PactFact[];
  readonly actionPlans: readonly ActionPlanFact[];
  readonly trainings?: readonly TrainingFact[];
  readonly supervision?: readonly SupervisionFact[];
  readonly disputes: readonly DisputeFact[];
  readonly wealthReports: readonly WealthReportsFact[];
  readonly systemRollouts?: readonly SystemRolloutFact[];
  readonly zones: readonly ZoneFact[];
  readonly [section: string]: unknown;
}

/** What the press tells of a unit's cycle; what it does not tell is left out. */
export interface ZoneFact {
  readonly region: string;
  readonly unit: string;
  readonly declaredYear: number;
  readonly outcome?: {
    readonly year: number;
    readonly result: string;
    readonly note?: string;
  };
  readonly source: string;
}

export interface RegionFact {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly parent?: string;
  readonly kecamatan?: number;
  readonly kelurahan?: number;
  readonly desa?: number;
  readonly source: string;
}

export interface FrameworkFact {
  readonly instrument: string;
  readonly year: number;
  readonly title: string;
  readonly legalBasis: string;
  readonly areas: readonly {
    readonly id: string;
    readonly name: string;
    readonly appliesTo: readonly RegionLevel[];
  }[];
  readonly bands:
    readonly { readonly id: string; readonly from: string; readonly to: string }[] | null;
  readonly source: string;
}

export interface PublishedScoresFact {
  readonly instrument: string;
  readonly year: number;
  readonly status: string;
  readonly asOf: string | null;
  readonly source: string;
  readonly scores: Readonly<Record<string, number>>;
  readonly publishedRanks?: Readonly<Record<string, number>>;
}

export interface AreaScoresFact {
  readonly instrument: string;
  readonly year: number;
  readonly region: string;
  readonly source: string;
  readonly areas: Readonly<Record<string, number>>;
}

export interface IndexFact {
  readonly kind: string;
  /** Code of a region, or a group of bodies such as `national`. */
  readonly subject: string;
  readonly year: number;
  readonly value: number;
  readonly claimedBand?: string;
  readonly claimedAs?: string;
  readonly respondents?: number;
  readonly publishedOn?: string;
  readonly source: string;
}

export interface PactTextFact {
  readonly version: string;
  readonly title: string;
  readonly legalBasis: string;
  readonly clauses: Readonly<Record<string, string>>;
}

interface PartyFact {
  readonly position: string;
  readonly name?: string;
  readonly outside?: boolean;
  /** Region it signs for, where that is not the pact's own. */
  readonly region?: string;
}

export interface PactFact {
  readonly id: string;
  readonly region: string;
  readonly date: string;
  readonly place?: string;
  readonly occasion: string;
  readonly textVersion: string;
  readonly source: string;
  readonly signatories?: readonly PartyFact[];
  readonly witnesses?: readonly PartyFact[];
  /** Groups that the source names and does not count. */
  readonly uncountedGroups?: readonly string[];
  readonly symbolicSigners?: { readonly opdHeads?: number; readonly camat?: number };
}

export interface ActionPlanFact {
  readonly region: string;
  readonly period: string;
  readonly source: string;
  readonly decree?: string;
  /** As the source calls it; its members stay unnamed where none does. */
  readonly taskForce?: string;
  readonly items?: readonly string[];
  readonly problemAreas?: readonly string[];
  readonly problemAreasAnnounced?: number;
}

export interface DisputeFact {
  readonly instrument: string;
  readonly year: number;
  readonly claims: readonly {
    readonly by: string;
    readonly date: string;
    readonly claim: string;
    readonly source: string;
  }[];
}

/** A published count of wealth reports (LHKPN) over the country. */
export interface WealthReportsFact {
  /** A day, or a month where the source gives no day. */
  readonly asOf: string;
  readonly year: number;
  readonly obligors: number;
  readonly submitted: number;
  readonly complete: number;
  readonly source: string;
}

export interface SystemRolloutFact {
  readonly region: string;
  readonly system: string;
  /** What it consists of. */
  readonly kind?: readonly string[];
  readonly partner?: string;
  /** Years. */
  readonly built?: number;
  readonly running?: number;
  /** Levels it runs at. */
  readonly stages?: readonly string[];
  readonly adoptedFrom?: {
    readonly region: string;
    readonly system: string;
    readonly alias?: string;
    readonly aliasSource?: string;
  };
  readonly delegatedTo?: string;
  readonly urgedBy?: string;
  readonly announced?: string;
  readonly source: string;
}

export interface TrainingFact {
  readonly region: string;
  readonly programme: string;
  readonly year?: number;
  readonly formed?: number;
  readonly toBeAssessed?: number;
  readonly date?: string;
  readonly place?: string;
  readonly audience?: readonly string[];
  readonly speaker?: string;
  readonly source: string;
}

export interface SupervisionFact {
  readonly region: string;
  readonly kind: string;
  readonly date: string;
  readonly place: string;
  readonly by: string;
  readonly participants?: readonly string[];
  /** Details of which the articles say different things, each with everything they say. */
  readonly disagreements?: readonly {
    readonly detail: string;
    readonly values: readonly string[];
  }[];
  readonly source: string;
}
