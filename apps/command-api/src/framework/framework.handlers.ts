import { requirePermission } from '@jejak/access';
import { frameworkStream } from '@jejak/domain';
import { type FrameworkArea, type FrameworkContent, framework } from '@jejak/domain/framework';
import { type Ledger, type Outcome } from '@jejak/event-store';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { sourceFrom } from '../edge/parts';
import { LEDGER } from '../tokens';
import { type AreaBody, type DraftFrameworkBody } from './framework.bodies';
import { DraftFramework, PublishFramework } from './framework.commands';

@CommandHandler(DraftFramework)
export class DraftFrameworkHandler implements ICommandHandler<DraftFramework, Outcome> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  execute({ key, body, caller }: DraftFramework): Promise<Outcome> {
    const { envelope, principal } = caller;
    return this.ledger.handle(framework, frameworkStream(key), envelope, (state, at) => {
      requirePermission(principal, 'framework.draft', null);
      return framework.decide(state, {
        type: 'DraftFramework',
        ...key,
        content: contentFrom(body),
        actor: envelope.actor,
        at,
      });
    });
  }
}

@CommandHandler(PublishFramework)
export class PublishFrameworkHandler implements ICommandHandler<PublishFramework, Outcome> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  execute({ key, caller }: PublishFramework): Promise<Outcome> {
    const { envelope, principal } = caller;
    return this.ledger.handle(framework, frameworkStream(key), envelope, (state, at) => {
      requirePermission(principal, 'framework.publish', null);
      return framework.decide(state, {
        type: 'PublishFramework',
        ...key,
        actor: envelope.actor,
        at,
      });
    });
  }
}

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

/** Every handler of this context, for its module. */
export const frameworkHandlers = [DraftFrameworkHandler, PublishFrameworkHandler];
