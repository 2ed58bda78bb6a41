import { frameworkStream } from '@jejak/domain';
import {
  canonicalContent,
  type FrameworkArea,
  type FrameworkContent,
  type FrameworkIndicator,
  type FrameworkSubIndicator,
  framework,
} from '@jejak/domain/framework';
import { type RegionLevel } from '@jejak/domain/region';
import { frameworkSha256 } from '@jejak/event-store';

import { commandsOn } from '../edge/command-on';
import { instantFrom, sourceFrom } from '../edge/parts';
import {
  type AreaBody,
  DraftFrameworkBody,
  type IndicatorBody,
  PublishFrameworkBody,
  type SubIndicatorBody,
} from './framework.bodies';

const onFramework = commandsOn(framework, frameworkStream);

export const draftFramework = onFramework(DraftFrameworkBody, {
  action: 'framework.draft',
  region: () => null,
  command: ({ key, body }) => {
    const drafted = { ...key, content: canonicalContent(contentFrom(body)) };
    return { type: 'DraftFramework', ...drafted, contentSha256: frameworkSha256(drafted) };
  },
});

export const publishFramework = onFramework(PublishFrameworkBody, {
  action: 'framework.publish',
  region: () => null,
  command: ({ key, body: { version, contentSha256 } }) => ({
    type: 'PublishFramework',
    ...{ ...key, version, contentSha256 },
  }),
});

function contentFrom(body: DraftFrameworkBody): FrameworkContent {
  const { title, effectiveFrom, decimalPlaces, weightsBasis, legalBasis } = body;
  return {
    title,
    effectiveFrom,
    scale: { minimum: body.scale.minimum, maximum: body.scale.maximum },
    decimalPlaces,
    areas: body.areas.map(areaFrom),
    weightsBasis,
    bands: body.bands?.map(({ id, from, to }) => ({ id, from, to })) ?? null,
    closesAt: body.closesAt ? instantFrom(body.closesAt) : null,
    legalBasis,
    source: sourceFrom(body.source),
  };
}

const levelsFrom = (levels: readonly RegionLevel[] | null | undefined): RegionLevel[] | null =>
  levels ? [...levels] : null;

const subIndicatorFrom = (body: SubIndicatorBody): FrameworkSubIndicator => ({
  id: body.id,
  name: body.name,
  weight: body.weight,
  appliesTo: levelsFrom(body.appliesTo),
  maximumPoints: body.maximumPoints,
  documents: body.documents.map(({ id, title, points }) => ({ id, title, points })),
});

const indicatorFrom = (body: IndicatorBody): FrameworkIndicator => ({
  id: body.id,
  name: body.name,
  weight: body.weight,
  appliesTo: levelsFrom(body.appliesTo),
  subIndicators: body.subIndicators?.map(subIndicatorFrom) ?? null,
});

const areaFrom = ({ id, name, weight, appliesTo, indicators }: AreaBody): FrameworkArea => ({
  id,
  name,
  weight,
  appliesTo: [...appliesTo],
  indicators: indicators?.map(indicatorFrom) ?? null,
});
