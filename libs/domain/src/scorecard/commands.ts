import type { CommandContext } from '../command-context';
import type { PublishedFramework } from '../framework/state';
import type { RegionRegistered } from '../region/events';
import type { CalendarDate, DecimalText, Evidence, Instant, Source } from '../values';
import type { AreaScore, ScorecardKey, ScoreStatus, SubIndicatorResult } from './events';

/** By whom a region is judged. */
interface Judging {
  /** Region codes the judge answers for, or `*`. */
  readonly jurisdiction: readonly string[];
}

export type OpenScorecard = CommandContext &
  ScorecardKey & {
    readonly type: 'OpenScorecard';
    /** What the region's stream says, or null where it is not registered. */
    readonly regionState: RegionRegistered['data'] | null;
    /** Published versions, oldest first; none where nothing was published. See `frameworkOfYear`. */
    readonly frameworks: readonly PublishedFramework[];
  };

/** Names the one unit that leads an indicator or a part of it; naming another takes it over. */
export type AssignIndicator = CommandContext & {
  readonly type: 'AssignIndicator';
  readonly area: string;
  readonly indicator: string;
  /** Null for the whole indicator. */
  readonly subIndicator: string | null;
  readonly unit: string;
};

/** Decides when uploads end; null: as soon as the notice allows. */
export type CloseCycle = CommandContext &
  Judging & {
    readonly type: 'CloseCycle';
    readonly closesAt: Instant | null;
    readonly decision: string | null;
  };

/** Scoring an indicator again replaces its points; the earlier ones stay in the stream. */
export type ScoreIndicator = CommandContext &
  Judging & {
    readonly type: 'ScoreIndicator';
    readonly area: string;
    readonly indicator: string;
    readonly points: DecimalText;
    readonly maximumPoints: DecimalText;
    readonly evidence: readonly Evidence[];
    readonly note: string | null;
  };

/** Whole areas at once, where a source gives no indicators. */
export type RecordAreaScores = CommandContext & {
  readonly type: 'RecordAreaScores';
  readonly scores: readonly AreaScore[];
  readonly asOf: CalendarDate | null;
  readonly source: Source;
};

export type RecordPublishedScore = CommandContext & {
  readonly type: 'RecordPublishedScore';
  readonly value: DecimalText;
  readonly status: ScoreStatus;
  readonly asOf: CalendarDate | null;
  readonly source: Source;
  readonly publishedRank: number | null;
  /** Colour as the publisher said it; null where none was said. */
  readonly claimedBand: string | null;
};

export type FinaliseScorecard = CommandContext &
  Judging & {
    readonly type: 'FinaliseScorecard';
    /** What the evidence was counted at, for every applicable sub-indicator; see `evidence`. */
    readonly counted: readonly SubIndicatorResult[];
  };

export type AmendScore = CommandContext &
  Judging & {
    readonly type: 'AmendScore';
    readonly subject: 'finalised' | number;
    readonly to: DecimalText;
    readonly reason: string;
    readonly decision: string;
  };

/** Every command on one scorecard; `OpenScorecard` names it, the others find it by its stream. */
export type ScorecardCommand =
  | OpenScorecard
  | AssignIndicator
  | CloseCycle
  | ScoreIndicator
  | RecordAreaScores
  | RecordPublishedScore
  | FinaliseScorecard
  | AmendScore;
