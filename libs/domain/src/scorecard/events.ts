import type { DomainEvent } from '../decider';
import type { FrameworkIndicator } from '../framework/events';
import type { RegionLevel } from '../region/events';
import type { CalendarDate, DecimalText, Evidence, Source } from '../values';

/** One region, one instrument, one year: exactly one scorecard. */
export interface ScorecardKey {
  readonly region: string;
  readonly instrument: string;
  readonly year: number;
}

/** What of the framework this scorecard is computed with; copied, so that a replay needs nothing else. */
export interface AssessedArea {
  readonly id: string;
  readonly weight: DecimalText;
  readonly indicators: readonly FrameworkIndicator[] | null;
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
    readonly areas: readonly AssessedArea[];
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
  }
>;

export type ScorecardFinalised = DomainEvent<
  'ScorecardFinalised',
  ScorecardKey & {
    /** Null when the instrument has no areas of its own to compute from. */
    readonly computed: DecimalText | null;
    readonly areas: readonly AreaScore[];
    /** Applicable areas without any score: they count as zero and are named. */
    readonly countedAsZero: readonly string[];
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
  | IndicatorScored
  | AreaScoresRecorded
  | PublishedScoreRecorded
  | ScorecardFinalised
  | ScoreAmended;
