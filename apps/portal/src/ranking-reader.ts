import type { CalendarDate, DecimalText, Source } from '@jejak/domain';
import type { RegionLevel } from '@jejak/domain/region/events';
import type { ScoreStatus } from '@jejak/domain/scorecard/events';

export interface RankingQuery {
  readonly instrument: string;
  readonly year: number;
  /** Two-digit code. */
  readonly province: string;
  /** Valid time: day the scores must hold on; absent: the latest. */
  readonly validAt?: CalendarDate;
  /** Known time: instant, ISO 8601 UTC with milliseconds; absent: everything recorded so far. */
  readonly knownAt?: string;
  readonly status?: ScoreStatus;
  /** Source id, such as `B5`. */
  readonly publication?: string;
}

/** Answers what `GET /v1/rankings` answers, so that page and public API cannot differ. */
export interface RankingReader {
  ranking(query: RankingQuery): Promise<PortalRanking>;
}

/** What the page reads of the reply of `GET /v1/rankings`; the reply may hold more. */
export interface PortalRanking {
  readonly instrument: string;
  readonly year: number;
  readonly validAt: CalendarDate | null;
  readonly title: string;
  readonly titleId: string;
  /** What a reader must know first, the weightiest first. */
  readonly statement: readonly { readonly text: string; readonly textId: string }[];
  readonly basis: { readonly unitsAssessed: number; readonly unitsTotal: number };
  readonly rows: readonly PortalRow[];
  readonly notRanked: readonly { readonly region: PortalRegion }[];
  /** The province's own score, which does not compete with its regencies. */
  readonly provinceScore: PortalScore | null;
  /** Days on which a known score begins to hold, ascending. */
  readonly dates: readonly CalendarDate[];
  readonly publications: readonly PortalPublication[];
  /** Position in the event store up to which the view has read, `commit/prepare`. */
  readonly position: string | null;
  /** Recorded events that are left out, because the view cannot show them yet; absent when none is. */
  readonly parked?: readonly object[];
}

export interface PortalRegion {
  readonly code: string;
  /** Null while nobody has registered the region. */
  readonly name: string | null;
  readonly level: RegionLevel;
}

export interface PortalScore {
  readonly region: PortalRegion;
  readonly value: DecimalText;
  readonly status: ScoreStatus;
  /** Null where no source gives the day. */
  readonly asOf: CalendarDate | null;
  readonly source: Source;
  readonly publishedRank: number | null;
  readonly amended: { readonly from: DecimalText | null } | null;
}

export interface PortalRow extends PortalScore {
  readonly rank: number | null;
  /** `1`, or `3=` when shared. */
  readonly rankLabel: string | null;
  readonly tie: boolean;
  readonly rankBetween: readonly [best: number, worst: number] | null;
  readonly rankWithheld: 'mixed-status' | 'incomplete' | null;
}

export interface PortalPublication {
  readonly source: Source;
  readonly asOf: CalendarDate | null;
  readonly status: ScoreStatus;
  /** How many regencies and cities it gives a score. */
  readonly units: number;
}
