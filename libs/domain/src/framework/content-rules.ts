import type { Refusal } from '../decider';
import { mustBeDate } from '../rules/dates';
import { mustBeInstant } from '../rules/instants';
import { mustBeDecimal } from '../rules/numbers';
import { firstRefusal, refusal } from '../rules/refusal';
import { mustCite, mustNotBeBlank } from '../rules/text';
import { compareDecimals } from '../values/decimal';
import { areaMustBeSound } from './area-rules';
import { bandsMustCoverScale } from './band-rules';
import type { FrameworkContent } from './events';
import { mustBeDistinct } from './part-rules';
import { weightsMustFitBasis } from './weight-rules';

const scaleMustHoldScores = ({ scale }: FrameworkContent): Refusal | null =>
  mustBeDecimal('framework', 'content.scale.minimum', scale.minimum) ??
  mustBeDecimal('framework', 'content.scale.maximum', scale.maximum) ??
  (compareDecimals(scale.minimum, scale.maximum) < 0
    ? null
    : refusal(
        'framework.scale-empty',
        `the scale runs from ${scale.minimum} to ${scale.maximum}`,
        'Give a minimum below the maximum.',
        'content.scale',
      ));

/** Four places are more than any publisher gives: totals come with none or two. */
const precisionMustBeKnown = ({ decimalPlaces }: FrameworkContent): Refusal | null =>
  Number.isInteger(decimalPlaces) && decimalPlaces >= 0 && decimalPlaces <= 4
    ? null
    : refusal(
        'framework.invalid-decimal-places',
        `decimalPlaces is ${decimalPlaces}`,
        'Give a whole number from 0 to 4.',
        'content.decimalPlaces',
      );

const subIndicatorsOf = ({ areas }: FrameworkContent): readonly string[] =>
  areas
    .flatMap(({ indicators }) => indicators ?? [])
    .flatMap(({ subIndicators }) => subIndicators ?? [])
    .map(({ id }) => id);

/** What must be true of an instrument's content, whatever version it becomes. */
export const contentMustBeSound = (content: FrameworkContent): Refusal | null =>
  mustNotBeBlank('framework', 'content.title', content.title) ??
  mustNotBeBlank('framework', 'content.legalBasis', content.legalBasis) ??
  mustCite('framework', content.source) ??
  mustBeDate('framework', 'content.effectiveFrom', content.effectiveFrom) ??
  mustBeInstant('framework', 'content.closesAt', content.closesAt) ??
  precisionMustBeKnown(content) ??
  scaleMustHoldScores(content) ??
  firstRefusal(content.areas, areaMustBeSound) ??
  mustBeDistinct(
    'area',
    content.areas.map((area) => area.id),
  ) ??
  mustBeDistinct('sub-indicator', subIndicatorsOf(content)) ??
  weightsMustFitBasis(content) ??
  mustBeDistinct(
    'band',
    (content.bands ?? []).map((band) => band.id),
  ) ??
  bandsMustCoverScale(content);
