import type { FrameworkArea, FrameworkIndicator } from '../framework/events';
import type { RegionLevel } from '../region/events';
import type { AssessedArea, AssessedIndicator } from './events';

const appliesTo = (
  { appliesTo: levels }: { readonly appliesTo: readonly RegionLevel[] | null },
  level: RegionLevel,
): boolean => levels === null || levels.includes(level);

function indicatorFor(indicator: FrameworkIndicator, level: RegionLevel): AssessedIndicator[] {
  const { id, name, weight, subIndicators } = indicator;
  if (!appliesTo(indicator, level)) return [];
  if (subIndicators === null) return [{ id, name, weight, subIndicators }];
  const applicable = subIndicators
    .filter((one) => appliesTo(one, level))
    .map((one) => ({
      id: one.id,
      weight: one.weight,
      maximumPoints: one.maximumPoints,
      documents: one.documents.map((document) => ({ id: document.id, points: document.points })),
    }));
  return applicable.length === 0 ? [] : [{ id, name, weight, subIndicators: applicable }];
}

function areaFor(area: FrameworkArea, level: RegionLevel): AssessedArea[] {
  const { id, weight, indicators } = area;
  if (!appliesTo(area, level)) return [];
  if (indicators === null) return [{ id, weight, indicators }];
  const applicable = indicators.flatMap((indicator) => indicatorFor(indicator, level));
  return applicable.length === 0 ? [] : [{ id, weight, indicators: applicable }];
}

/**
 * What a region of this level is assessed for; what is left without any part does not apply either.
 * The weights stay as they are: a mean over what applies renormalises them. Kota Serang, a city, is
 * assessed in seven of eight areas (bantensatu.co, 2021-03-04).
 */
export const applicableAreas = (
  areas: readonly FrameworkArea[],
  level: RegionLevel,
): readonly AssessedArea[] => areas.flatMap((area) => areaFor(area, level));
