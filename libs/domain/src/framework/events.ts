import type { DomainEvent } from '../decider';
import type { RegionLevel } from '../region/events';
import type { CalendarDate, DecimalText, Instant, Source } from '../values';

/** A document a sub-indicator asks for (dokumen kelengkapan), and what it is worth. */
export interface FrameworkDocument {
  /** Unique within its sub-indicator. */
  readonly id: string;
  readonly title: string;
  readonly points: DecimalText;
}

export interface FrameworkSubIndicator {
  /** Unique within the framework: it names the stream of the evidence. */
  readonly id: string;
  readonly name: string;
  readonly weight: DecimalText;
  /** Null where it applies wherever its indicator does. */
  readonly appliesTo: readonly RegionLevel[] | null;
  /** What its documents add up to. */
  readonly maximumPoints: DecimalText;
  readonly documents: readonly FrameworkDocument[];
}

export interface FrameworkIndicator {
  readonly id: string;
  readonly name: string;
  readonly weight: DecimalText;
  /** Null where it applies wherever its area does. */
  readonly appliesTo: readonly RegionLevel[] | null;
  /** Null where they were never published: the indicator is then scored as a whole. */
  readonly subIndicators: readonly FrameworkSubIndicator[] | null;
}

/** An intervention area (area intervensi). */
export interface FrameworkArea {
  readonly id: string;
  readonly name: string;
  readonly weight: DecimalText;
  /** Levels of government the area is assessed for; a city has no villages, so no village funds. */
  readonly appliesTo: readonly RegionLevel[];
  /** Null where the list of indicators was never published: any indicator may then be scored. */
  readonly indicators: readonly FrameworkIndicator[] | null;
}

/** A colour band: `from` inclusive, `to` exclusive, the topmost band including the maximum. */
export interface ColourBand {
  readonly id: string;
  readonly from: DecimalText;
  readonly to: DecimalText;
}

/** An assessment instrument of one year, as policy data. */
export interface FrameworkContent {
  readonly title: string;
  /** First day this version applies. A year is scored by the version it begins with: see `frameworkOfYear`. */
  readonly effectiveFrom: CalendarDate;
  readonly scale: { readonly minimum: DecimalText; readonly maximum: DecimalText };
  /** Decimal places of a computed total; intermediate results are not rounded. */
  readonly decimalPlaces: number;
  readonly areas: readonly FrameworkArea[];
  /** `published`, or `assumed-equal` where no source gives the weights. */
  readonly weightsBasis: 'published' | 'assumed-equal';
  /** Null where no source gives the bands. */
  readonly bands: readonly ColourBand[] | null;
  /** Last instant of the uploads; null where it is not announced yet or no source gives it. */
  readonly closesAt: Instant | null;
  /** Legal basis or guide the content follows. */
  readonly legalBasis: string;
  readonly source: Source;
}

export interface FrameworkKey {
  /** Upper-case short name: `MCP`, `SPI`. */
  readonly instrument: string;
  readonly year: number;
}

export type FrameworkDrafted = DomainEvent<
  'FrameworkDrafted',
  FrameworkKey & {
    /** From 1, growing by one with every draft that follows a publication. */
    readonly version: number;
    readonly content: FrameworkContent;
    readonly draftedBy: string;
    /** SHA-256 of instrument, year and content: by this a second person publishes what they have read. */
    readonly contentSha256: string;
  }
>;

export type FrameworkPublished = DomainEvent<
  'FrameworkPublished',
  FrameworkKey & {
    readonly version: number;
    /** Subject identifier of the second person; never the one who drafted. */
    readonly approvedBy: string;
  }
>;

export type FrameworkEvent = FrameworkDrafted | FrameworkPublished;
