import type { Term } from '../calendar';
import type { Refusal } from '../decider';
import { invalidContent } from './invalid-content';

const everyUnit: readonly Term['unit'][] = ['working-days', 'days', 'months'];

/** A term of policy: a whole number from 0, in one of the units that make sense there. */
export const termMustBeSound = (
  path: string,
  { count, unit }: Term,
  units: readonly Term['unit'][] = everyUnit,
): Refusal | null =>
  Number.isSafeInteger(count) && count >= 0 && count <= 3_660 && units.includes(unit)
    ? null
    : invalidContent(
        path,
        `the term is ${count} ${unit}`,
        `Give a whole number from 0 to 3660 in ${units.join(' or ')}.`,
      );
