import type { CalendarDate, DecimalText, Source } from '@jejak/domain';
import type { RegionLevel } from '@jejak/domain/region/events';
import type { AreaScore, ScorecardKey } from '@jejak/domain/scorecard/events';

import { continued } from '../continued';
import type { FoldedView } from '../view';

/** The score of an area as somebody gave it. */
export interface RecordedAreaScore extends AreaScore {
  /** Day it speaks of; null where the source gives none. */
  readonly asOf: CalendarDate | null;
  readonly source: Source;
  readonly recordedAt: string;
}

/** Areas of one scorecard and what is known of each; published totals are in the ranking. */
export interface AreaScoresDocument extends ScorecardKey {
  readonly level: RegionLevel;
  readonly frameworkVersion: number;
  /** The areas it is assessed in, in the framework's order. */
  readonly areas: readonly { readonly id: string; readonly weight: DecimalText }[];
  /** The latest score of each area, unless its indicators were scored after it. */
  readonly recorded: readonly RecordedAreaScore[];
  /** Areas whose indicators are being scored. */
  readonly inProgress: readonly string[];
  readonly finalised: {
    readonly computed: DecimalText | null;
    /** The value a decision put in its place. */
    readonly amendedTo: DecimalText | null;
    readonly areas: readonly AreaScore[];
    readonly recordedAt: string;
  } | null;
}

export const areaScoresId = ({ instrument, year, region }: ScorecardKey): string =>
  `${instrument}/${year}/${region}`;

/** One document per scorecard. */
export const areaScores: FoldedView<AreaScoresDocument> = {
  name: 'area-scores',
  version: 1,
  eventTypes: [
    'ScorecardOpened',
    'IndicatorScored',
    'AreaScoresRecorded',
    'ScorecardFinalised',
    'ScoreAmended',
  ],
  documentsOf({ event }) {
    const { type } = event;
    const isOurs =
      type === 'ScorecardOpened' ||
      type === 'IndicatorScored' ||
      type === 'AreaScoresRecorded' ||
      type === 'ScorecardFinalised' ||
      (type === 'ScoreAmended' && event.data.subject === 'finalised');
    return isOurs ? [areaScoresId(event.data)] : [];
  },
  apply(document, { event, metadata: { recordedAt } }, id) {
    if (event.type === 'ScorecardOpened') {
      const { region, instrument, year, level, frameworkVersion } = event.data;
      const areas = event.data.areas.map((area) => ({ id: area.id, weight: area.weight }));
      const key = { region, instrument, year, level, frameworkVersion, areas };
      return { ...key, recorded: [], inProgress: [], finalised: null };
    }
    const before = continued(document, id);
    if (event.type === 'IndicatorScored') {
      const { area } = event.data;
      return {
        ...before,
        recorded: before.recorded.filter((one) => one.area !== area),
        inProgress: [...new Set([...before.inProgress, area])],
      };
    }
    if (event.type === 'AreaScoresRecorded') {
      const { asOf, source, scores } = event.data;
      const areas = new Set(scores.map(({ area }) => area));
      const given = scores.map(({ area, score }) => ({ area, score, asOf, source, recordedAt }));
      return {
        ...before,
        recorded: [...before.recorded.filter(({ area }) => !areas.has(area)), ...given],
        inProgress: before.inProgress.filter((area) => !areas.has(area)),
      };
    }
    if (event.type === 'ScorecardFinalised') {
      const { computed, areas } = event.data;
      return { ...before, finalised: { computed, amendedTo: null, areas, recordedAt } };
    }
    if (event.type !== 'ScoreAmended') return before;
    const finalised = { ...continued(before.finalised, id), amendedTo: event.data.to };
    return { ...before, finalised };
  },
  indexes: [{ region: 1, instrument: 1, year: 1 }],
};
