import { type Outcome } from '@jejak/event-store';
import { Command } from '@nestjs/cqrs';

import { type Caller } from '../edge/caller';
import { type RegisterRegionBody } from './region.bodies';

export class RegisterRegion extends Command<Outcome> {
  constructor(
    readonly code: string,
    readonly body: RegisterRegionBody,
    readonly caller: Caller,
  ) {
    super();
  }
}
