import type { Refusal } from '../../decider';
import { invalidContent, repeated } from '../../policy/invalid-content';
import { firstRefusal } from '../../rules/refusal';
import type { DecimalText } from '../../values';
import { canonicalDecimal, isWithin } from '../../values/decimal';
import type { Predicate } from './predicate-name';
import { areasOf, indicatorsOf, type Threshold, type ZoneSheet } from './sheet';

/** Weight of what a threshold is about: the most it can ask. Null where the sheet has no such part. */
function weightOf(sheet: ZoneSheet, { of, part }: Threshold): DecimalText | null {
  switch (of) {
    case 'total':
      return part === null ? '100' : null;
    case 'levers':
    case 'results':
      return part === null ? sheet[of].weight : null;
    case 'area':
      return areasOf(sheet).find(({ id }) => id === part)?.weight ?? null;
    case 'indicator':
      return indicatorsOf(sheet).find(({ id }) => id === part)?.weight ?? null;
  }
}

/** Every threshold is about a part of the sheet and can be reached. */
export function thresholdsMustBeSound(sheet: ZoneSheet, predicate: Predicate): Refusal | null {
  const thresholds = sheet.thresholds[predicate];
  const path = `thresholds.${predicate}`;
  const twice = repeated(thresholds.map(({ id }) => id));
  if (twice) {
    return invalidContent(path, `the threshold "${twice.value}" stands twice`, 'Name each once.');
  }
  return firstRefusal(thresholds, (threshold, index) => {
    const weight = weightOf(sheet, threshold);
    if (weight === null) {
      return invalidContent(
        `${path}[${index}].part`,
        `the sheet has no ${threshold.of} "${threshold.part ?? ''}"`,
        'Name an area or indicator of the sheet, and nothing for the total and the components.',
      );
    }
    const { minimum } = threshold;
    return canonicalDecimal(minimum) !== null && isWithin(minimum, '0', weight)
      ? null
      : invalidContent(
          `${path}[${index}].minimum`,
          `${minimum} cannot be asked of what weighs ${weight}`,
          `Ask for a decimal from 0 to ${weight}.`,
        );
  });
}
