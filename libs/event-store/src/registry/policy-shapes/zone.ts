import type {
  AnswerScale,
  Component,
  Indicator,
  Prerequisite,
  ProposalWindow,
  Question,
  Rounding,
  ScaleOption,
  SheetArea,
  Threshold,
  ZoneMonitoring,
  ZonePrerequisites,
  ZoneProcedure,
  ZoneSheet,
  ZoneWindows,
} from '@jejak/domain/zone';

import type { Source } from '@jejak/domain';

import { calendarDate, decimalText, source } from '../common-shapes';
import { byKind } from '../by-kind';
import { record } from '../record';
import { integer, list, matching, nullable, oneOf, text } from '../shape';

const scale = byKind<AnswerScale>({
  choice: record({
    id: text,
    kind: oneOf('choice'),
    options: list(record<ScaleOption>({ option: text, share: decimalText })),
  }),
  share: record({ id: text, kind: oneOf('share'), whenNothingIsDue: decimalText }),
  reduction: record({ id: text, kind: oneOf('reduction'), whenNothingWasBefore: decimalText }),
  index: record({ id: text, kind: oneOf('index'), minimum: decimalText, maximum: decimalText }),
});

const indicator = record<Indicator>({
  id: text,
  name: text,
  half: nullable(oneOf('fulfilment', 'reform')),
  weight: decimalText,
  questions: list(record<Question>({ id: text, text, scale: text })),
});

const component = record<Component>({
  weight: decimalText,
  areas: list(
    record<SheetArea>({ id: text, name: text, weight: decimalText, indicators: list(indicator) }),
  ),
});

const thresholds = list(
  record<Threshold>({
    id: text,
    name: text,
    of: oneOf('total', 'levers', 'results', 'area', 'indicator'),
    part: nullable(text),
    minimum: decimalText,
  }),
);

export const zoneSheet = record<ZoneSheet>({
  scales: list(scale),
  levers: component,
  results: component,
  rounding: record<Rounding>({
    stage: oneOf('indicator', 'area', 'total'),
    decimalPlaces: integer,
  }),
  thresholds: record<ZoneSheet['thresholds']>({ WBK: thresholds, WBBM: thresholds }),
  procedure: record<ZoneProcedure>({
    pactCoverageAbove: decimalText,
    buildingMonths: integer,
    surveyMinimumRespondents: nullable(integer),
  }),
});

const dayOfYear = matching(/^\d{2}-\d{2}$/, 'a day of every year, MM-DD');

export const zoneWindows = record<ZoneWindows>({
  usual: record<ZoneWindows['usual']>({ opens: dayOfYear, closes: dayOfYear }),
  years: list(
    record<ProposalWindow & { readonly year: number; readonly source: Source }>({
      year: integer,
      opensOn: calendarDate,
      closesOn: calendarDate,
      source,
    }),
  ),
});

export const zoneMonitoring = record<ZoneMonitoring>({ lastDay: dayOfYear });

const described = { id: text, name: text, level: oneOf('agency', 'unit') };

export const zonePrerequisites = record<ZonePrerequisites>({
  prerequisites: list(
    byKind<Prerequisite>({
      grade: record({
        ...described,
        kind: oneOf('grade'),
        grades: list(text),
        minimum: record({ WBK: text, WBBM: text }),
      }),
      percentage: record({
        ...described,
        kind: oneOf('percentage'),
        minimum: record({ WBK: decimalText, WBBM: decimalText }),
      }),
      confirmation: record({ ...described, kind: oneOf('confirmation') }),
    }),
  ),
});
