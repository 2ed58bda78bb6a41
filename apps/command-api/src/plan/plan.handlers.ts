import { type ActionName, requirePermission } from '@jejak/access';
import { planStream, regionStream } from '@jejak/domain';
import { type PlanItem, type PlanState, plan } from '@jejak/domain/plan';
import { isRegistered, region } from '@jejak/domain/region';
import { type Ledger, type Outcome } from '@jejak/event-store';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { type Caller } from '../edge/caller';
import { evidenceFrom, optionalSourceFrom } from '../edge/parts';
import { LEDGER } from '../tokens';
import { type PlanItemBody } from './plan.bodies';
import {
  AdoptActionPlan,
  ReportMilestone,
  ReturnMilestone,
  RevisePlanItem,
  VerifyMilestone,
} from './plan.commands';

/** Where there is a plan, its region decides; without one the command is refused anyway. */
function permit({ principal }: Caller, action: ActionName, state: PlanState): void {
  if (state.status !== 'unadopted') requirePermission(principal, action, state.region);
}

@CommandHandler(AdoptActionPlan)
export class AdoptActionPlanHandler implements ICommandHandler<AdoptActionPlan, Outcome> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  async execute({ plan: id, body, caller }: AdoptActionPlan): Promise<Outcome> {
    const { envelope, principal } = caller;
    const regionState = await this.ledger.refer(region, regionStream(body.region), isRegistered);
    return this.ledger.handle(plan, planStream(id), envelope, (state, at) => {
      requirePermission(principal, 'plan.adopt', body.region);
      return plan.decide(state, {
        type: 'AdoptActionPlan',
        plan: id,
        region: body.region,
        period: body.period,
        decree: body.decree ?? null,
        items: body.items.map(itemFrom),
        announcedItemCount: body.announcedItemCount ?? null,
        source: optionalSourceFrom(body.source),
        regionRegistered: isRegistered(regionState),
        actor: envelope.actor,
        at,
      });
    });
  }
}

@CommandHandler(ReportMilestone)
export class ReportMilestoneHandler implements ICommandHandler<ReportMilestone, Outcome> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  execute({ plan: id, body, caller }: ReportMilestone): Promise<Outcome> {
    const { envelope } = caller;
    return this.ledger.handle(plan, planStream(id), envelope, (state, at) => {
      permit(caller, 'plan.report-milestone', state);
      return plan.decide(state, {
        type: 'ReportMilestone',
        item: body.item,
        milestone: body.milestone,
        metOn: body.metOn,
        evidence: evidenceFrom(body.evidence),
        note: body.note ?? null,
        actor: envelope.actor,
        at,
      });
    });
  }
}

@CommandHandler(VerifyMilestone)
export class VerifyMilestoneHandler implements ICommandHandler<VerifyMilestone, Outcome> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  execute({ plan: id, body, caller }: VerifyMilestone): Promise<Outcome> {
    const { envelope } = caller;
    return this.ledger.handle(plan, planStream(id), envelope, (state, at) => {
      permit(caller, 'plan.verify-milestone', state);
      return plan.decide(state, {
        type: 'VerifyMilestone',
        item: body.item,
        milestone: body.milestone,
        note: body.note ?? null,
        actor: envelope.actor,
        at,
      });
    });
  }
}

@CommandHandler(ReturnMilestone)
export class ReturnMilestoneHandler implements ICommandHandler<ReturnMilestone, Outcome> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  execute({ plan: id, body, caller }: ReturnMilestone): Promise<Outcome> {
    const { envelope } = caller;
    return this.ledger.handle(plan, planStream(id), envelope, (state, at) => {
      permit(caller, 'plan.return-milestone', state);
      return plan.decide(state, {
        type: 'ReturnMilestone',
        item: body.item,
        milestone: body.milestone,
        reason: body.reason,
        actor: envelope.actor,
        at,
      });
    });
  }
}

@CommandHandler(RevisePlanItem)
export class RevisePlanItemHandler implements ICommandHandler<RevisePlanItem, Outcome> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  execute({ plan: id, body, caller }: RevisePlanItem): Promise<Outcome> {
    const { envelope } = caller;
    return this.ledger.handle(plan, planStream(id), envelope, (state, at) => {
      permit(caller, 'plan.revise-item', state);
      return plan.decide(state, {
        type: 'RevisePlanItem',
        item: itemFrom(body.item),
        reason: body.reason,
        approval: body.approval,
        actor: envelope.actor,
        at,
      });
    });
  }
}

const itemFrom = ({ id, title, measure, owner, milestones }: PlanItemBody): PlanItem => ({
  id,
  title,
  measure: measure ?? null,
  owner: owner ?? null,
  milestones: milestones.map((milestone) => ({
    id: milestone.id,
    title: milestone.title,
    dueOn: milestone.dueOn ?? null,
    target: milestone.target ?? null,
  })),
});

/** Every handler of this context, for its module. */
export const planHandlers = [
  AdoptActionPlanHandler,
  ReportMilestoneHandler,
  VerifyMilestoneHandler,
  ReturnMilestoneHandler,
  RevisePlanItemHandler,
];
