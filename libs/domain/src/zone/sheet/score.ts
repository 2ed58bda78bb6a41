import type { DecimalText } from '../../values';
import { decimalText, bigOf } from '../../values/decimal';
import { type Fraction, fractionOf, plus, roundHalfUp, times } from '../../values/fraction';
import { weightedMean } from '../../values/weighted-mean';
import {
  type Component,
  type Half,
  type Indicator,
  questionsOf,
  type Rounding,
  scaleOf,
  type SheetArea,
  type ZoneSheet,
} from '../policy/sheet';
import type { Answer } from './answer';
import { answerShare } from './answer-share';

export interface IndicatorScore {
  readonly id: string;
  readonly half: Half | null;
  readonly weight: DecimalText;
  readonly value: DecimalText;
}

export interface AreaScore {
  readonly id: string;
  readonly weight: DecimalText;
  readonly value: DecimalText;
  /** Sums of the halves; null where the rule knows no halves. */
  readonly fulfilment: DecimalText | null;
  readonly reform: DecimalText | null;
  readonly indicators: readonly IndicatorScore[];
}

/** What one set of answers comes to. Every figure is rounded half up, where the sheet says. */
export interface ZoneScore {
  readonly total: DecimalText;
  /** Pengungkit. */
  readonly levers: DecimalText;
  /** Hasil. */
  readonly results: DecimalText;
  readonly areas: readonly AreaScore[];
  /** How many questions have an answer that is not blank, and how many there are. */
  readonly answered: number;
  readonly questions: number;
}

const none = fractionOf('0');
const sum = (values: readonly Fraction[]): Fraction => values.reduce(plus, none);

interface ScoredArea {
  readonly area: SheetArea;
  readonly value: Fraction;
  readonly indicators: readonly { readonly indicator: Indicator; readonly value: Fraction }[];
}

/**
 * Scores a set of answers: the mean over all questions of an indicator (a question without an answer
 * counts 0) times the indicator's weight, added up to areas, components and total. Exact until the
 * step at which the sheet rounds; what is shown is rounded in any case.
 */
export function scoreOf(sheet: ZoneSheet, answers: readonly Answer[]): ZoneScore {
  const { rounding } = sheet;
  const byQuestion = new Map(answers.map((answer) => [answer.question, answer.value]));
  const meanOf = ({ questions }: Indicator): Fraction => {
    const shares = questions.map((question) => {
      const scale = scaleOf(sheet, question);
      const value = byQuestion.get(question.id);
      return { value: scale && value ? answerShare(scale, value) : none, weight: '1' };
    });
    return weightedMean(shares) ?? none;
  };
  const scored = ({ areas }: Component): ScoredArea[] =>
    areas.map((area) => {
      const indicators = area.indicators.map((indicator) => ({
        indicator,
        value: rounded(
          times(meanOf(indicator), fractionOf(indicator.weight)),
          'indicator',
          rounding,
        ),
      }));
      const value = rounded(sum(indicators.map((one) => one.value)), 'area', rounding);
      return { area, value, indicators };
    });
  const [levers, results] = [scored(sheet.levers), scored(sheet.results)];
  const [leverSum, resultSum] = [levers, results].map((of) =>
    sum(of.map(({ value }) => value)),
  ) as [Fraction, Fraction];
  const shown = (value: Fraction): DecimalText => roundHalfUp(value, rounding.decimalPlaces);
  return {
    total: shown(plus(leverSum, resultSum)),
    levers: shown(leverSum),
    results: shown(resultSum),
    areas: [...levers, ...results].map((one) => areaScore(one, shown)),
    answered: answers.filter(({ value }) => value.kind !== 'blank').length,
    questions: questionsOf(sheet).length,
  };
}

function areaScore(
  { area, value, indicators }: ScoredArea,
  shown: (value: Fraction) => DecimalText,
): AreaScore {
  const halfOf = (half: Half): DecimalText | null => {
    const values = indicators.filter((one) => one.indicator.half === half);
    return values.length === 0 ? null : shown(sum(values.map((one) => one.value)));
  };
  return {
    id: area.id,
    weight: area.weight,
    value: shown(value),
    fulfilment: halfOf('fulfilment'),
    reform: halfOf('reform'),
    indicators: indicators.map((one) => ({
      id: one.indicator.id,
      half: one.indicator.half,
      weight: one.indicator.weight,
      value: shown(one.value),
    })),
  };
}

const rounded = (value: Fraction, step: Rounding['stage'], { stage, decimalPlaces }: Rounding) =>
  step === stage ? fractionOf(roundHalfUp(value, decimalPlaces)) : value;

/** The difference of two decimals, exactly. */
export const differenceOf = (a: DecimalText, b: DecimalText): DecimalText =>
  decimalText(bigOf(a).minus(bigOf(b)));
