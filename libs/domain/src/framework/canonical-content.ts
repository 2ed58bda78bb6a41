import { canonical } from '../rules/numbers';
import type { FrameworkContent, FrameworkIndicator, FrameworkSubIndicator } from './events';

const canonicalSubIndicator = (one: FrameworkSubIndicator): FrameworkSubIndicator => ({
  id: one.id,
  name: one.name,
  weight: canonical(one.weight),
  appliesTo: one.appliesTo,
  maximumPoints: canonical(one.maximumPoints),
  documents: one.documents.map(({ id, title, points }) => ({
    id,
    title,
    points: canonical(points),
  })),
});

const canonicalIndicator = (one: FrameworkIndicator): FrameworkIndicator => ({
  id: one.id,
  name: one.name,
  weight: canonical(one.weight),
  appliesTo: one.appliesTo,
  subIndicators: one.subIndicators && one.subIndicators.map(canonicalSubIndicator),
});

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
    indicators: indicators && indicators.map(canonicalIndicator),
  })),
  weightsBasis: content.weightsBasis,
  bands:
    content.bands &&
    content.bands.map(({ id, from, to }) => ({ id, from: canonical(from), to: canonical(to) })),
  closesAt: content.closesAt,
  legalBasis: content.legalBasis,
  source: content.source,
});
