import type { ScoreStatus } from '@jejak/domain/scorecard/events';

import type { PortalRanking } from './ranking-reader';

export type Language = 'id' | 'en';

/** The words that turn a reply into what is shown; `{name}` marks what is filled in. */
export interface RankingWords {
  readonly language: Language;
  readonly decimalMark: string;
  /** Twelve names, January first, separated by spaces. */
  readonly months: string;
  readonly dayUnknown: string;
  readonly status: Readonly<Record<ScoreStatus, string>>;
  readonly tie: string;
  readonly between: string;
  readonly withheld: Readonly<Record<'mixed-status' | 'incomplete', string>>;
  readonly publishedRank: string;
  readonly amendedFrom: string;
  readonly coverage: string;
  readonly provinceScore: string;
  readonly position: string;
  readonly positionUnknown: string;
  readonly leftOut: string;
}

/** One row of the table, as text. */
export interface RowView {
  /** `3=`, or a dash. */
  readonly rank: string;
  /** Why there is a dash, or that the rank is shared; otherwise empty. */
  readonly rankNote: string;
  readonly name: string;
  readonly code: string;
  readonly value: string;
  readonly status: string;
  readonly statusClass: string;
  readonly day: string;
  readonly source: string;
  /** What else was said of this score; may be empty. */
  readonly note: string;
  /** Address of the scorecard's history. */
  readonly trail: string;
}

/** One bar, in the attributes of its SVG elements: lengths in pixels or percent of the chart. */
export interface BarView {
  readonly y: string;
  readonly width: string;
  readonly rank: string;
  readonly name: string;
  readonly amount: string;
  readonly statusClass: string;
}

/** Everything on the page that another day changes. */
export interface RankingView {
  readonly title: string;
  readonly statement: readonly string[];
  readonly coverage: string;
  readonly provinceScore: string;
  readonly position: string;
  readonly rows: readonly RowView[];
  readonly bars: readonly BarView[];
  /** Height of all bars together, pixels. */
  readonly barsHeight: string;
  /** Names of the units without data. */
  readonly notRanked: readonly string[];
}

/**
 * What `public/ranking-view.mjs` exports. That file is plain JavaScript because server and browser
 * both run it: what a reply is shown as is written once.
 */
export interface RankingViewModule {
  /** `2019-08-21` as `21 Agustus 2019`. */
  readonly dayInWords: (day: string, words: RankingWords) => string;
  /** `{best}` and the like, filled in. */
  readonly filledIn: (
    template: string,
    values: Readonly<Record<string, string | number>>,
  ) => string;
  readonly rankingView: (reply: PortalRanking, words: RankingWords) => RankingView;
}
