import { frameworkStream } from '@jejak/domain';
import { type FrameworkArea, type FrameworkContent, framework } from '@jejak/domain/framework';

import { commandsOn } from '../edge/command-on';
import { sourceFrom } from '../edge/parts';
import { type AreaBody, DraftFrameworkBody, PublishFrameworkBody } from './framework.bodies';

const onFramework = commandsOn(framework, frameworkStream);

export const draftFramework = onFramework(DraftFrameworkBody, {
  action: 'framework.draft',
  region: () => null,
  command: ({ key, body }) => ({ type: 'DraftFramework', ...key, content: contentFrom(body) }),
});

export const publishFramework = onFramework(PublishFrameworkBody, {
  action: 'framework.publish',
  region: () => null,
  command: ({ key }) => ({ type: 'PublishFramework', ...key }),
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
    legalBasis,
    source: sourceFrom(body.source),
  };
}

const areaFrom = ({ id, name, weight, appliesTo, indicators }: AreaBody): FrameworkArea => ({
  id,
  name,
  weight,
  appliesTo: [...appliesTo],
  indicators:
    indicators?.map((one) => ({ id: one.id, name: one.name, weight: one.weight })) ?? null,
});
