import type { CalendarDate, DecimalText, Source } from '@jejak/domain';
import { differenceOf } from '@jejak/domain';
import type { ScoreStatus } from '@jejak/domain/scorecard/events';
import Big from 'big.js';

import type { ScorecardDocument } from './scorecards';

export interface Comparison {
  readonly publication: number;
  /** As published, or as corrected. */
  readonly published: DecimalText;
  readonly status: ScoreStatus;
  readonly asOf: CalendarDate | null;
  readonly source: Source;
  /** Computed less published. */
  readonly difference: DecimalText;
  /** Whether the computed score, rounded half up to the places that were published, is the published one. */
  readonly agreesWhenRounded: boolean;
  readonly claimedBand: string | null;
  /** Of the published value by the framework's version. */
  readonly band: string | null;
  /** What was computed when it was recorded; null where nothing could be. */
  readonly computedThen: DecimalText | null;
}

/** What was published beside what is computed; neither ever takes the other's place. */
export interface PublishedVsComputed {
  readonly region: string;
  readonly instrument: string;
  readonly year: number;
  readonly status: 'open' | 'finalised';
  readonly frameworkVersion: number;
  readonly computed: DecimalText;
  readonly comparisons: readonly Comparison[];
}

function roundsTo(computed: DecimalText, published: DecimalText): boolean {
  const places = published.split('.')[1]?.length ?? 0;
  return new Big(computed).round(places, Big.roundHalfUp).eq(published);
}

/** For documents with a computed score. Throws for one without: it has nothing to compare. */
export function publishedVsComputed({
  region,
  instrument,
  year,
  state,
  computed,
}: ScorecardDocument): PublishedVsComputed {
  if (computed === null) throw new Error(`The scorecard of ${region} has no computed score`);
  return {
    region,
    instrument,
    year,
    status: state.status,
    frameworkVersion: state.opened.frameworkVersion,
    computed,
    comparisons: state.publications.map((one) => {
      const published = one.amendedTo ?? one.value;
      return {
        publication: one.publication,
        published,
        status: one.status,
        asOf: one.asOf,
        source: one.source,
        difference: differenceOf(computed, published),
        agreesWhenRounded: roundsTo(computed, published),
        claimedBand: one.claimedBand,
        band: one.band,
        computedThen: one.computed,
      };
    }),
  };
}
