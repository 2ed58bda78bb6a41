import type { Refusal } from '../decider';
import { refusal } from '../rules/refusal';
import { compareDecimals, sumOf } from '../values/decimal';
import type { FrameworkContent } from './events';

/**
 * Published weights are percentages and sum to exactly 100. The official area weights of MCP were
 * not found: press speaks of own weights (papua.lelemuku.id 2023-11) and of a plain average
 * (jogja.viva.co.id, Jepara, 2024). Where no source gives them they are assumed equal, which is
 * Jejak's own decision and is said as such in the framework.
 */
export function weightsMustFitBasis({ areas, weightsBasis }: FrameworkContent): Refusal | null {
  const weights = areas.map((area) => area.weight);
  if (weightsBasis === 'published') {
    const sum = sumOf(weights);
    return compareDecimals(sum, '100') === 0
      ? null
      : refusal(
          'framework.weights-do-not-sum',
          `the published area weights sum to ${sum}`,
          'Give the weights as published, summing to 100, or state them as assumed-equal.',
          'content.areas',
        );
  }
  const [first] = areas;
  const other = areas.find((area) => first && compareDecimals(area.weight, first.weight) !== 0);
  if (!first || !other) return null;
  return refusal(
    'framework.weights-not-equal',
    `the weights are assumed equal, but ${first.id} weighs ${first.weight} and ${other.id} ${other.weight}`,
    'Give every area the same weight, or cite the publication of the weights.',
    'content.areas',
  );
}
