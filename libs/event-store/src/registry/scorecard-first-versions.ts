import type {
  AreaScore,
  IndicatorAssigned,
  PublishedScoreRecorded,
  ScorecardFinalised,
  ScorecardOpened,
} from '@jejak/domain/scorecard/events';
import { differenceOf } from '@jejak/domain';

import { calendarDate, decimalText, regionLevel, scale, source } from './common-shapes';
import { firstVersion } from './event-schema';
import { type IndicatorV1, indicatorV1 } from './framework-schemas';
import { record } from './record';
import { integer, list, nullable, oneOf, text } from './shape';

/*
 * The first versions of four events, and how they are read since. They knew neither sub-indicators
 * nor bands nor the end of the uploads; what was not said then stays unknown.
 */

const key = { region: text, instrument: text, year: integer };

interface AreaV1 {
  readonly id: string;
  readonly weight: string;
  readonly indicators: readonly IndicatorV1[] | null;
}

type OpenedV1 = Omit<ScorecardOpened['data'], 'areas' | 'bands' | 'closesAt'> & {
  readonly areas: readonly AreaV1[];
};

export const openedV1 = firstVersion(
  record<OpenedV1>({
    ...key,
    level: regionLevel,
    frameworkVersion: integer,
    scale,
    decimalPlaces: integer,
    areas: list(
      record<AreaV1>({ id: text, weight: decimalText, indicators: nullable(list(indicatorV1)) }),
    ),
  }),
);

export const openedV2 = (data: OpenedV1): ScorecardOpened['data'] => ({
  ...data,
  areas: data.areas.map((area) => ({
    ...area,
    indicators: area.indicators && area.indicators.map((one) => ({ ...one, subIndicators: null })),
  })),
  bands: null,
  closesAt: null,
});

export const assigned = {
  ...key,
  area: text,
  indicator: text,
  unit: text,
  replaces: nullable(text),
  assignedBy: text,
};

type AssignedV1 = Omit<IndicatorAssigned['data'], 'subIndicator'>;

export const assignedV1 = firstVersion(record<AssignedV1>(assigned));

/** Whole indicators were assigned then, and nothing less. */
export const assignedV2 = (data: AssignedV1): IndicatorAssigned['data'] => ({
  ...data,
  subIndicator: null,
});

type PublishedV1 = Omit<PublishedScoreRecorded['data'], 'difference' | 'claimedBand' | 'band'>;

export const publishedV1 = firstVersion(
  record<PublishedV1>({
    ...key,
    publication: integer,
    value: decimalText,
    status: oneOf('provisional', 'final'),
    asOf: nullable(calendarDate),
    source,
    publishedRank: nullable(integer),
    computed: nullable(decimalText),
  }),
);

/** The difference followed from what was recorded then; a band and a claim did not. */
export const publishedV2 = (data: PublishedV1): PublishedScoreRecorded['data'] => ({
  ...data,
  difference: data.computed && differenceOf(data.computed, data.value),
  claimedBand: null,
  band: null,
});

type FinalisedV1 = Omit<ScorecardFinalised['data'], 'subIndicators' | 'band'>;

export const finalisedV1 = firstVersion(
  record<FinalisedV1>({
    ...key,
    computed: nullable(decimalText),
    areas: list(record<AreaScore>({ area: text, score: decimalText })),
    countedAsZero: list(text),
  }),
);

export const finalisedV2 = (data: FinalisedV1): ScorecardFinalised['data'] => ({
  ...data,
  subIndicators: [],
  band: null,
});
