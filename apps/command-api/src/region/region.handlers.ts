import { requirePermission } from '@jejak/access';
import { regionStream } from '@jejak/domain';
import {
  type RegionRegistered,
  type Subdivisions,
  isRegistered,
  region,
  registeredRegion,
} from '@jejak/domain/region';
import { type Ledger, type Outcome } from '@jejak/event-store';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { optionalSourceFrom } from '../edge/parts';
import { LEDGER } from '../tokens';
import { type RegisterRegionBody } from './region.bodies';
import { RegisterRegion } from './region.commands';

@CommandHandler(RegisterRegion)
export class RegisterRegionHandler implements ICommandHandler<RegisterRegion, Outcome> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  async execute({ code, body, caller }: RegisterRegion): Promise<Outcome> {
    const { envelope, principal } = caller;
    const parentRegion = await this.parentOf(body);
    return this.ledger.handle(region, regionStream(code), envelope, (state, at) => {
      requirePermission(principal, 'region.register', code);
      return region.decide(state, {
        type: 'RegisterRegion',
        code,
        name: body.name,
        level: body.level,
        parent: body.parent ?? null,
        validFrom: body.validFrom ?? null,
        validUntil: body.validUntil ?? null,
        subdivisions: subdivisionsFrom(body),
        source: optionalSourceFrom(body.source),
        parentRegion,
        actor: envelope.actor,
        at,
      });
    });
  }

  private async parentOf({ parent }: RegisterRegionBody): Promise<RegionRegistered['data'] | null> {
    if (parent === null || parent === undefined) return null;
    return registeredRegion(await this.ledger.refer(region, regionStream(parent), isRegistered));
  }
}

function subdivisionsFrom({ subdivisions }: RegisterRegionBody): Subdivisions | null {
  if (subdivisions === null || subdivisions === undefined) return null;
  const { districts, urbanVillages, villages } = subdivisions;
  return { districts, urbanVillages, villages };
}

/** Every handler of this context, for its module. */
export const regionHandlers = [RegisterRegionHandler];
