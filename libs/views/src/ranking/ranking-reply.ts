import type { CalendarDate, DecimalText, Source } from '@jejak/domain';
import type { RegionLevel } from '@jejak/domain/region/events';
import type { ScoreStatus } from '@jejak/domain/scorecard/events';

import type { Amendment } from './ranking';

/** A region as it is shown; `name` is null while nobody has registered it. */
export interface ShownRegion {
  readonly code: string;
  readonly name: string | null;
  readonly level: RegionLevel;
}

/** Why no rank is given although there is a score. */
export type RankWithheld = 'mixed-status' | 'incomplete';

export interface ShownScore {
  readonly region: ShownRegion;
  /** As published, or as corrected (see `amended`). */
  readonly value: DecimalText;
  readonly status: ScoreStatus;
  /** Day the score speaks of; null where no source gives it. */
  readonly asOf: CalendarDate | null;
  readonly asOfKnown: boolean;
  readonly source: Source;
  readonly publication: number;
  /** Rank as its publisher gave it, to be compared with `rank`; null where none was given. */
  readonly publishedRank: number | null;
  /** What the scorecard computed to when the score was published; null when nothing could be. */
  readonly computed: DecimalText | null;
  /** The last correction of the value; null when it stands as published. */
  readonly amended: Amendment | null;
  readonly recordedAt: string;
}

export interface RankingRow extends ShownScore {
  /** Standard competition rank; null when it is not certain, and `rankWithheld` says why. */
  readonly rank: number | null;
  /** `1`, or `3=` when shared. */
  readonly rankLabel: string | null;
  /** True when another unit has the same rank. */
  readonly tie: boolean;
  /** Best and worst rank possible while units are missing; null when it cannot be said. */
  readonly rankBetween: readonly [best: number, worst: number] | null;
  readonly rankWithheld: RankWithheld | null;
}

export type RemarkCode =
  | 'nothing-recorded'
  | 'nothing-holds-yet'
  | 'mixed-status'
  | 'incomplete'
  | 'units-unknown'
  | 'mixed-days'
  | 'provisional'
  | 'day-unknown'
  | 'amended';

export interface Remark {
  readonly code: RemarkCode;
  readonly text: string;
  readonly textId: string;
}

/** What the ranking rests on. */
export interface RankingBasis {
  readonly statuses: readonly ScoreStatus[];
  /** Distinct days the scores speak of, ascending. */
  readonly days: readonly CalendarDate[];
  /** How many of the scores have no known day. */
  readonly withoutDay: number;
  readonly sources: readonly Source[];
  readonly mixedStatus: boolean;
  readonly mixedDays: boolean;
  /** Every registered regency and city has a score, and every score a registered unit. */
  readonly complete: boolean;
  readonly unitsAssessed: number;
  readonly unitsTotal: number;
}

/** What one source published about one day. */
export interface Publication {
  readonly source: Source;
  readonly asOf: CalendarDate | null;
  readonly status: ScoreStatus;
  /** How many regencies and cities it gives a score. */
  readonly units: number;
}

export interface RankingReply {
  readonly instrument: string;
  readonly year: number;
  readonly province: { readonly code: string; readonly name: string } | null;
  readonly validAt: CalendarDate | null;
  readonly knownAt: string | null;
  readonly restrictedTo: {
    readonly status: ScoreStatus | null;
    readonly publication: string | null;
  };
  /** What is shown, in plain English and in Indonesian. */
  readonly title: string;
  readonly titleId: string;
  readonly statement: readonly Remark[];
  readonly basis: RankingBasis;
  /** By rank, or by value while units are missing, or by region code while statuses are mixed. */
  readonly rows: readonly RankingRow[];
  readonly notRanked: readonly { readonly region: ShownRegion; readonly reason: 'no-data' }[];
  /** The province's own score: kept apart, since it does not compete with its regencies. */
  readonly provinceScore: ShownScore | null;
  /** Days on which a known score begins to hold, ascending, whatever `validAt` is. */
  readonly dates: readonly CalendarDate[];
  /** Everything published that was known, whatever the restriction. */
  readonly publications: readonly Publication[];
}
