import type { Refusal } from '../decider';
import { firstRefusal, refusal } from '../rules/refusal';
import { mustBeSlug, mustNotBeBlank } from '../rules/text';
import { firstRepeated } from '../values/identifier';
import type { FrameworkArea, FrameworkIndicator } from './events';
import { mustBeDistinct, mustWeigh } from './part-rules';
import { levelsMustBeOfParent, subIndicatorMustBeSound } from './sub-indicator-rules';

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

function subIndicatorsMustBeSound(
  { id, subIndicators }: FrameworkIndicator,
  levels: FrameworkArea['appliesTo'],
): Refusal | null {
  if (subIndicators === null) return null;
  if (subIndicators.length === 0) {
    return refusal(
      'framework.sub-indicators-empty',
      `indicator ${id} lists its sub-indicators, and lists none`,
      'List at least one, or give null where the list was never published.',
      'content.areas',
    );
  }
  return firstRefusal(subIndicators, (one) => subIndicatorMustBeSound(one, levels));
}

function indicatorsMustBeSound({ id, indicators, appliesTo }: FrameworkArea): Refusal | null {
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
        mustWeigh(`indicator ${indicator.id} of area ${id}`, indicator.weight) ??
        levelsMustBeOfParent(`indicator ${indicator.id}`, indicator.appliesTo, appliesTo) ??
        subIndicatorsMustBeSound(indicator, indicator.appliesTo ?? appliesTo),
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
