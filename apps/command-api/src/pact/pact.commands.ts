import { type Outcome } from '@jejak/event-store';
import { Command } from '@nestjs/cqrs';

import { type Caller } from '../edge/caller';
import {
  type DraftPactBody,
  type PublishPactBody,
  type PublishPactTextBody,
  type SignPactBody,
  type SupersedePactBody,
  type WitnessPactBody,
} from './pact.bodies';

export class DraftPact extends Command<Outcome> {
  constructor(
    readonly pact: string,
    readonly body: DraftPactBody,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class SignPact extends Command<Outcome> {
  constructor(
    readonly pact: string,
    readonly body: SignPactBody,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class WitnessPact extends Command<Outcome> {
  constructor(
    readonly pact: string,
    readonly body: WitnessPactBody,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class PublishPact extends Command<Outcome> {
  constructor(
    readonly pact: string,
    readonly body: PublishPactBody,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class SupersedePact extends Command<Outcome> {
  constructor(
    readonly pact: string,
    readonly body: SupersedePactBody,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class PublishPactText extends Command<Outcome> {
  constructor(
    readonly version: string,
    readonly body: PublishPactTextBody,
    readonly caller: Caller,
  ) {
    super();
  }
}
