import { type Outcome } from '@jejak/event-store';
import { Command } from '@nestjs/cqrs';

import { type Caller } from '../edge/caller';
import { type SkipParkedEventBody } from './projection.bodies';

export class SkipParkedEvent extends Command<Outcome> {
  constructor(
    readonly view: string,
    readonly body: SkipParkedEventBody,
    readonly caller: Caller,
  ) {
    super();
  }
}
