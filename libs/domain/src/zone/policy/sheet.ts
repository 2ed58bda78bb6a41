import type { DecimalText } from '../../values';
import type { Predicate } from './predicate-name';

/** How an answer becomes a share of its question's value, from 0 to 1. */
export type AnswerScale =
  /** Ya/Tidak, A/B ... A/B/C/D/E: each option has its own share. */
  | { readonly id: string; readonly kind: 'choice'; readonly options: readonly ScaleOption[] }
  /** A percentage of two counts: done of due, at most 1. */
  | { readonly id: string; readonly kind: 'share'; readonly whenNothingIsDue: DecimalText }
  /** Fewer of something bad (penurunan): (before - after) / before, from 0 to 1. */
  | { readonly id: string; readonly kind: 'reduction'; readonly whenNothingWasBefore: DecimalText }
  /** Index of an external survey: index / maximum. */
  | {
      readonly id: string;
      readonly kind: 'index';
      readonly minimum: DecimalText;
      readonly maximum: DecimalText;
    };

export interface ScaleOption {
  readonly option: string;
  readonly share: DecimalText;
}

export interface Question {
  readonly id: string;
  readonly text: string;
  /** Identifier of an answer scale of the same sheet. */
  readonly scale: string;
}

/** Since PermenPAN-RB 90/2021 every lever is half fulfilment (pemenuhan) and half reform. */
export type Half = 'fulfilment' | 'reform';

/** What is scored as the mean of its questions, times its weight. */
export interface Indicator {
  readonly id: string;
  readonly name: string;
  /** Null where the rule knows no halves. */
  readonly half: Half | null;
  readonly weight: DecimalText;
  readonly questions: readonly Question[];
}

export interface SheetArea {
  readonly id: string;
  readonly name: string;
  readonly weight: DecimalText;
  readonly indicators: readonly Indicator[];
}

export interface Component {
  readonly weight: DecimalText;
  readonly areas: readonly SheetArea[];
}

/** What a threshold is about: the total, a component, an area or one indicator of an area. */
export interface Threshold {
  /** Names it in `unconfirmed`: `thresholds.WBBM.total`. */
  readonly id: string;
  readonly name: string;
  readonly of: 'total' | 'levers' | 'results' | 'area' | 'indicator';
  /** Identifier of the area or indicator; null for the total and the components. */
  readonly part: string | null;
  readonly minimum: DecimalText;
}

/**
 * After which step figures are rounded, half up. Rounding indicators before they are added moves a
 * total by hundredths, so the step is policy.
 */
export interface Rounding {
  readonly stage: 'indicator' | 'area' | 'total';
  readonly decimalPlaces: number;
}

export interface ZoneProcedure {
  /** Share of the staff whose signed pacts a declaration needs more than ("all or most of the staff"). */
  readonly pactCoverageAbove: DecimalText;
  /** Whole months a unit must have built its zone before it is proposed. */
  readonly buildingMonths: number;
  /** Least number of respondents of an external survey; null where no source gives one. */
  readonly surveyMinimumRespondents: number | null;
}

/**
 * The evaluation sheet (Lembar Kerja Evaluasi, LKE) of one version of the rule. Levers (pengungkit)
 * weigh 60 and results (hasil) 40 in both PermenPAN-RB 52/2014 and 90/2021; the areas differ.
 */
export interface ZoneSheet {
  readonly scales: readonly AnswerScale[];
  readonly levers: Component;
  readonly results: Component;
  readonly rounding: Rounding;
  readonly thresholds: Readonly<Record<Predicate, readonly Threshold[]>>;
  readonly procedure: ZoneProcedure;
}

export const areasOf = ({ levers, results }: ZoneSheet): readonly SheetArea[] => [
  ...levers.areas,
  ...results.areas,
];

export const indicatorsOf = (sheet: ZoneSheet): readonly Indicator[] =>
  areasOf(sheet).flatMap(({ indicators }) => indicators);

export const questionsOf = (sheet: ZoneSheet): readonly Question[] =>
  indicatorsOf(sheet).flatMap(({ questions }) => questions);

export const scaleOf = (sheet: ZoneSheet, { scale }: Question): AnswerScale | undefined =>
  sheet.scales.find(({ id }) => id === scale);
