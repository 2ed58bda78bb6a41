import type { Refusal } from '../decider';
import { mustBeDecimal } from '../rules/numbers';
import { firstRefusal, refusal } from '../rules/refusal';
import { mustBeSlug, mustNotBeBlank } from '../rules/text';
import { compareDecimals } from '../values/decimal';
import { firstRepeated } from '../values/identifier';
import type { FrameworkArea } from './events';

/** Two things under one identifier could not be told apart by any later event. */
export function mustBeDistinct(what: string, ids: readonly string[]): Refusal | null {
  const repeated = firstRepeated(ids);
  if (repeated === null) return null;
  return refusal(
    'framework.identifier-repeated',
    `${what} "${repeated}" occurs more than once`,
    'Give each its own identifier.',
    'content',
  );
}

const mustWeigh = (what: string, weight: string): Refusal | null =>
  mustBeDecimal('framework', `weight of ${what}`, weight) ??
  (compareDecimals(weight, '0') > 0
    ? null
    : refusal(
        'framework.weight-not-positive',
        `${what} weighs ${weight}`,
        'Give a weight above zero, or leave out what does not count.',
        'content.areas',
      ));

/** Which levels an area is assessed for: a city has no villages, hence no village funds. */
function levelsMustBeNamed({ id, appliesTo }: FrameworkArea): Refusal | null {
  if (appliesTo.length === 0) {
    return refusal(
      'framework.level-missing',
      `area ${id} applies to no level of government`,
      'Name province, regency or city, or leave the area out.',
      'content.areas',
    );
  }
  const repeated = firstRepeated(appliesTo);
  return repeated === null
    ? null
    : refusal(
        'framework.level-repeated',
        `area ${id} names the level ${repeated} more than once`,
        'Name each level once.',
        'content.areas',
      );
}

function indicatorsMustBeSound({ id, indicators }: FrameworkArea): Refusal | null {
  if (indicators === null) return null;
  if (indicators.length === 0) {
    return refusal(
      'framework.indicators-empty',
      `area ${id} lists its indicators, and lists none`,
      'List at least one indicator, or give null where the list was never published.',
      'content.areas',
    );
  }
  return (
    firstRefusal(
      indicators,
      (indicator) =>
        mustBeSlug('framework', 'content.areas.indicators.id', indicator.id) ??
        mustNotBeBlank('framework', `name of indicator ${indicator.id}`, indicator.name) ??
        mustWeigh(`indicator ${indicator.id} of area ${id}`, indicator.weight),
    ) ??
    mustBeDistinct(
      `indicator of area ${id}`,
      indicators.map((indicator) => indicator.id),
    )
  );
}

/** What must be true of each intervention area by itself. */
export const areaMustBeSound = (area: FrameworkArea): Refusal | null =>
  mustBeSlug('framework', 'content.areas.id', area.id) ??
  mustNotBeBlank('framework', `name of area ${area.id}`, area.name) ??
  mustWeigh(`area ${area.id}`, area.weight) ??
  levelsMustBeNamed(area) ??
  indicatorsMustBeSound(area);
