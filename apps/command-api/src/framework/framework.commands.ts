import { type FrameworkKey } from '@jejak/domain/framework';
import { type Outcome } from '@jejak/event-store';
import { Command } from '@nestjs/cqrs';

import { type Caller } from '../edge/caller';
import { type DraftFrameworkBody, type PublishFrameworkBody } from './framework.bodies';

export class DraftFramework extends Command<Outcome> {
  constructor(
    readonly key: FrameworkKey,
    readonly body: DraftFrameworkBody,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class PublishFramework extends Command<Outcome> {
  constructor(
    readonly key: FrameworkKey,
    readonly body: PublishFrameworkBody,
    readonly caller: Caller,
  ) {
    super();
  }
}
