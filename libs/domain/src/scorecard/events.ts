import type { DomainEvent } from '../decider';
import type { ColourBand } from '../framework/events';
import type { RegionLevel } from '../region/events';
import type { CalendarDate, DecimalText, Evidence, Instant, Source } from '../values';

/** One region, one instrument, one year: exactly one scorecard. */
export interface ScorecardKey {
  readonly region: string;
  readonly instrument: string;
  readonly year: number;
}

/** Documents by identifier with their points; titles stay in the framework. */
export interface AssessedSubIndicator {
  readonly id: string;
  readonly weight: DecimalText;
  readonly maximumPoints: DecimalText;
  readonly documents: readonly { readonly id: string; readonly points: DecimalText }[];
}

export interface AssessedIndicator {
  readonly id: string;
  readonly name: string;
  readonly weight: DecimalText;
  /** Null where the indicator is scored as a whole. */
  readonly subIndicators: readonly AssessedSubIndicator[] | null;
}

/** What of the framework this scorecard is computed with; copied, so that a replay needs nothing else. */
export interface AssessedArea {
  readonly id: string;
  readonly weight: DecimalText;
  readonly indicators: readonly AssessedIndicator[] | null;
}

export interface AreaScore {
  readonly area: string;
  readonly score: DecimalText;
}

export type ScoreStatus = 'provisional' | 'final';

export type ScorecardOpened = DomainEvent<
  'ScorecardOpened',
  ScorecardKey & {
    readonly level: RegionLevel;
    readonly frameworkVersion: number;
    readonly scale: { readonly minimum: DecimalText; readonly maximum: DecimalText };
    readonly decimalPlaces: number;
    /** Only what applies to the region's level. */
    readonly areas: readonly AssessedArea[];
    /** Those of the framework's version; null where no source gives them. */
    readonly bands: readonly ColourBand[] | null;
    /** Last instant of the uploads as the framework announces it. */
    readonly closesAt: Instant | null;
  }
>;

/**
 * One unit leads an indicator or one of its sub-indicators; the latest assignment of each holds, and
 * that of a sub-indicator goes before that of its indicator.
 */
export type IndicatorAssigned = DomainEvent<
  'IndicatorAssigned',
  ScorecardKey & {
    readonly area: string;
    readonly indicator: string;
    /** Null for the whole indicator. */
    readonly subIndicator: string | null;
    readonly unit: string;
    /** Unit that was named for it until now; null where none was for this very part. */
    readonly replaces: string | null;
    readonly assignedBy: string;
  }
>;

/** Decides once, in place of the framework, when uploads end. */
export type CycleClosed = DomainEvent<
  'CycleClosed',
  ScorecardKey & {
    /** Last instant of the uploads; whatever is handed in later is recorded as late. */
    readonly closesAt: Instant;
    /** Letter or decision that orders it; null where none was given. */
    readonly decision: string | null;
    readonly closedBy: string;
  }
>;

export type IndicatorScored = DomainEvent<
  'IndicatorScored',
  ScorecardKey & {
    readonly area: string;
    readonly indicator: string;
    readonly points: DecimalText;
    readonly maximumPoints: DecimalText;
    readonly evidence: readonly Evidence[];
    readonly note: string | null;
  }
>;

export type AreaScoresRecorded = DomainEvent<
  'AreaScoresRecorded',
  ScorecardKey & {
    readonly scores: readonly AreaScore[];
    /** Day the scores speak of; null where the source gives none. */
    readonly asOf: CalendarDate | null;
    readonly source: Source;
  }
>;

/** A score somebody published, kept beside the computed one and never in its place. */
export type PublishedScoreRecorded = DomainEvent<
  'PublishedScoreRecorded',
  ScorecardKey & {
    /** Number of the publication on this scorecard, from 1: what an amendment refers to. */
    readonly publication: number;
    readonly value: DecimalText;
    readonly status: ScoreStatus;
    /** Day the score speaks of; null where the year is known and the day is not. */
    readonly asOf: CalendarDate | null;
    readonly source: Source;
    /** Rank as its publisher gave it; null where none was given. */
    readonly publishedRank: number | null;
    /** What this scorecard computed to at that moment; null while nothing can be computed. */
    readonly computed: DecimalText | null;
    /** Computed less published; null where nothing was computed. */
    readonly difference: DecimalText | null;
    /** Colour its publisher gave it, as said; null where none was given. */
    readonly claimedBand: string | null;
    /** Band of the value by the framework's version; null where it has no bands. */
    readonly band: string | null;
  }
>;

/** Why a sub-indicator that counts zero points does: what became of its documents. */
export type ZeroReason = 'not-uploaded' | 'late' | 'waiting' | 'returned' | 'no-points';

/** What one sub-indicator came to when its evidence was counted. */
export interface SubIndicatorResult {
  readonly subIndicator: string;
  readonly points: DecimalText;
  readonly maximumPoints: DecimalText;
  readonly zeroBecause: ZeroReason | null;
}

export type ScorecardFinalised = DomainEvent<
  'ScorecardFinalised',
  ScorecardKey & {
    /** Null when the instrument has no areas of its own to compute from. */
    readonly computed: DecimalText | null;
    readonly areas: readonly AreaScore[];
    /** Applicable areas without any score: they count as zero and are named. */
    readonly countedAsZero: readonly string[];
    /** Every applicable sub-indicator in the framework's order, zeros with their reason. */
    readonly subIndicators: readonly SubIndicatorResult[];
    /** Band of the computed score by the framework's version. */
    readonly band: string | null;
  }
>;

/** A correction: the earlier value stays readable in the stream. */
export type ScoreAmended = DomainEvent<
  'ScoreAmended',
  ScorecardKey & {
    /** The finalised computed score, or the number of a recorded publication. */
    readonly subject: 'finalised' | number;
    readonly from: DecimalText | null;
    readonly to: DecimalText;
    readonly reason: string;
    /** Number or reference of the decision that orders the correction. */
    readonly decision: string;
  }
>;

export type ScorecardEvent =
  | ScorecardOpened
  | IndicatorAssigned
  | CycleClosed
  | IndicatorScored
  | AreaScoresRecorded
  | PublishedScoreRecorded
  | ScorecardFinalised
  | ScoreAmended;
