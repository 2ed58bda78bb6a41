import type { Refusal } from '../../decider';
import { invalidContent, repeated } from '../../policy/invalid-content';
import { firstRefusal } from '../../rules/refusal';
import type { DecimalText } from '../../values';
import { canonicalDecimal, compareDecimals, isWithin, sumOf } from '../../values/decimal';
import { isSlug } from '../../values/identifier';
import { isBlank } from '../../values/name';
import { predicates } from './predicate-name';
import {
  areasOf,
  type Component,
  indicatorsOf,
  questionsOf,
  type SheetArea,
  type ZoneSheet,
} from './sheet';
import { scalesMustBeSound } from './scale-rules';
import { thresholdsMustBeSound } from './threshold-rules';

/** Levers and results together: PermenPAN-RB 52/2014 and 90/2021 both score out of 100. */
const wholeSheet = '100';

function weightsMustSum(
  path: string,
  whole: DecimalText,
  parts: readonly { readonly weight: DecimalText }[],
): Refusal | null {
  const odd = parts.findIndex(
    ({ weight }) => canonicalDecimal(weight) === null || compareDecimals(weight, '0') <= 0,
  );
  if (odd !== -1) {
    return invalidContent(
      `${path}[${odd}].weight`,
      `the weight "${parts[odd]?.weight ?? ''}" is not a positive decimal`,
      'Give every part a weight above 0.',
    );
  }
  const sum = sumOf(parts.map(({ weight }) => weight));
  return compareDecimals(sum, whole) === 0
    ? null
    : invalidContent(
        path,
        `the weights add up to ${sum}, and their whole weighs ${whole}`,
        'Let the weights of the parts add up to the weight of the whole.',
      );
}

const areaMustBeSound = (path: string, { weight, indicators }: SheetArea): Refusal | null =>
  weightsMustSum(`${path}.indicators`, weight, indicators) ??
  firstRefusal(indicators, ({ id, questions }, index) =>
    questions.length > 0
      ? null
      : invalidContent(
          `${path}.indicators[${index}].questions`,
          `indicator ${id} has no question`,
          'Give every indicator at least one question.',
        ),
  );

const componentMustBeSound = (name: 'levers' | 'results', component: Component): Refusal | null =>
  weightsMustSum(`${name}.areas`, component.weight, component.areas) ??
  firstRefusal(component.areas, (area, index) => areaMustBeSound(`${name}.areas[${index}]`, area));

/** Parts, indicators and questions are addressed by identifier alone. */
function identifiersMustBeDistinct(sheet: ZoneSheet): Refusal | null {
  const lists = [
    ['areas', areasOf(sheet)],
    ['indicators', indicatorsOf(sheet)],
    ['questions', questionsOf(sheet)],
    ['scales', sheet.scales],
  ] as const;
  return firstRefusal<(typeof lists)[number]>(lists, ([what, things]) => {
    const ids = things.map(({ id }) => id);
    const odd = ids.find((id) => !isSlug(id)) ?? repeated(ids)?.value;
    return odd === undefined
      ? null
      : invalidContent(
          what,
          `"${odd}" is no identifier, or stands twice among the ${what}`,
          'Use an identifier of lower-case letters, digits, dots and dashes once in the sheet.',
        );
  });
}

const textsMustSaySomething = (sheet: ZoneSheet): Refusal | null =>
  firstRefusal(
    [
      ...[...areasOf(sheet), ...indicatorsOf(sheet)].map(({ id, name }) => ({ id, said: name })),
      ...questionsOf(sheet).map(({ id, text }) => ({ id, said: text })),
    ],
    ({ id, said }) =>
      isBlank(said) ? invalidContent(id, `${id} has no name or text`, 'Say what it is.') : null,
  );

function procedureMustBeSound({ procedure }: ZoneSheet): Refusal | null {
  const { pactCoverageAbove: share, buildingMonths, surveyMinimumRespondents: least } = procedure;
  if (canonicalDecimal(share) === null || !isWithin(share, '0', '1')) {
    return invalidContent(
      'procedure.pactCoverageAbove',
      `${share} is no share from 0 to 1`,
      'Write a share such as 0.5.',
    );
  }
  if (buildingMonths < 0) {
    return invalidContent(
      'procedure.buildingMonths',
      `${buildingMonths} months are less than none`,
      'Give a whole number of months from 0.',
    );
  }
  return least === null || least > 0
    ? null
    : invalidContent(
        'procedure.surveyMinimumRespondents',
        `a survey of ${least} respondents asks nobody`,
        'Give at least 1, or null where no source gives a number.',
      );
}

const roundingMustBeSound = ({ rounding: { decimalPlaces } }: ZoneSheet): Refusal | null =>
  decimalPlaces >= 0 && decimalPlaces <= 6
    ? null
    : invalidContent(
        'rounding.decimalPlaces',
        `${decimalPlaces} decimal places cannot be kept`,
        'Round to 0 to 6 decimal places.',
      );

/** Weights of children sum to their parent at every level (60/40/100), and all can be addressed. */
export const zoneSheetMustBeSound = (sheet: ZoneSheet): Refusal | null =>
  weightsMustSum('levers and results', wholeSheet, [sheet.levers, sheet.results]) ??
  componentMustBeSound('levers', sheet.levers) ??
  componentMustBeSound('results', sheet.results) ??
  identifiersMustBeDistinct(sheet) ??
  textsMustSaySomething(sheet) ??
  scalesMustBeSound(sheet) ??
  roundingMustBeSound(sheet) ??
  firstRefusal(predicates, (predicate) => thresholdsMustBeSound(sheet, predicate)) ??
  procedureMustBeSound(sheet);
