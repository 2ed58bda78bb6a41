import { type Outcome } from '@jejak/event-store';
import { Command } from '@nestjs/cqrs';

import { type Caller } from '../edge/caller';
import {
  type AdoptPlanBody,
  type ReportMilestoneBody,
  type ReturnMilestoneBody,
  type RevisePlanItemBody,
  type VerifyMilestoneBody,
} from './plan.bodies';

export class AdoptActionPlan extends Command<Outcome> {
  constructor(
    readonly plan: string,
    readonly body: AdoptPlanBody,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class ReportMilestone extends Command<Outcome> {
  constructor(
    readonly plan: string,
    readonly body: ReportMilestoneBody,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class VerifyMilestone extends Command<Outcome> {
  constructor(
    readonly plan: string,
    readonly body: VerifyMilestoneBody,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class ReturnMilestone extends Command<Outcome> {
  constructor(
    readonly plan: string,
    readonly body: ReturnMilestoneBody,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class RevisePlanItem extends Command<Outcome> {
  constructor(
    readonly plan: string,
    readonly body: RevisePlanItemBody,
    readonly caller: Caller,
  ) {
    super();
  }
}
