import type { DomainEvent } from '../decider';
import type { RegionLevel } from '../region/events';
import type { CalendarDate, DecimalText, Source } from '../values';

export interface FrameworkIndicator {
  readonly id: string;
  readonly name: string;
  readonly weight: DecimalText;
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
  /** First day this version applies. */
  readonly effectiveFrom: CalendarDate;
  readonly scale: { readonly minimum: DecimalText; readonly maximum: DecimalText };
  /** Decimal places of a computed total; intermediate results are not rounded. */
  readonly decimalPlaces: number;
  readonly areas: readonly FrameworkArea[];
  /** `published`, or `assumed-equal` where no source gives the weights. */
  readonly weightsBasis: 'published' | 'assumed-equal';
  /** Null where no source gives the bands. */
  readonly bands: readonly ColourBand[] | null;
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
