import { canonical } from '../rules/numbers';
import type { FrameworkContent } from './events';

/** The same content with every decimal in its one spelling, so that equal policy has equal bytes. */
export const canonicalContent = (content: FrameworkContent): FrameworkContent => ({
  title: content.title,
  effectiveFrom: content.effectiveFrom,
  scale: {
    minimum: canonical(content.scale.minimum),
    maximum: canonical(content.scale.maximum),
  },
  decimalPlaces: content.decimalPlaces,
  areas: content.areas.map(({ id, name, weight, appliesTo, indicators }) => ({
    id,
    name,
    weight: canonical(weight),
    appliesTo,
    indicators:
      indicators &&
      indicators.map((indicator) => ({
        id: indicator.id,
        name: indicator.name,
        weight: canonical(indicator.weight),
      })),
  })),
  weightsBasis: content.weightsBasis,
  bands:
    content.bands &&
    content.bands.map(({ id, from, to }) => ({ id, from: canonical(from), to: canonical(to) })),
  legalBasis: content.legalBasis,
  source: content.source,
});
