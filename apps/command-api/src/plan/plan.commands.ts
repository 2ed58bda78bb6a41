import { planStream, regionStream } from '@jejak/domain';
import { firstDayOfYear, type PlanState, plan } from '@jejak/domain/plan';
import { isRegistered, region } from '@jejak/domain/region';
import { type Ledger } from '@jejak/event-store';

import { commandsOn } from '../edge/command-on';
import { evidenceFrom, optionalSourceFrom } from '../edge/parts';
import { policyOn } from '../edge/policy';
import {
  AdoptPlanBody,
  type CheckpointsBody,
  FormTaskForceBody,
  ReassignItemBody,
  ReportMilestoneBody,
  ReturnMilestoneBody,
  RevisePlanItemBody,
  SetItemStatusBody,
  VerifyMilestoneBody,
} from './plan.bodies';
import { itemFrom } from './plan-item.body';

export const onPlan = commandsOn(plan, planStream);

/** Where there is a plan, its region decides; without one the command is refused anyway. */
export const regionOf = (_: unknown, state: PlanState): string | undefined =>
  state.status === 'unadopted' ? undefined : state.region;

/** The choice together with the version its days follow; null where the plan chooses none. */
async function choiceFrom(ledger: Ledger, body: CheckpointsBody | null | undefined) {
  if (!body) return null;
  const { set, firstYear } = body;
  const policy = await policyOn(ledger, 'plan-checkpoints', firstDayOfYear(firstYear));
  return { set, firstYear, policy };
}

export const adoptActionPlan = onPlan(AdoptPlanBody, {
  action: 'plan.adopt',
  region: ({ body }) => body.region,
  refer: async (ledger, { body }) => ({
    regionState: await ledger.refer(region, regionStream(body.region), isRegistered),
    checkpoints: await choiceFrom(ledger, body.checkpoints),
  }),
  command: ({ key, body }, { regionState, checkpoints }) => ({
    type: 'AdoptActionPlan',
    plan: key,
    region: body.region,
    period: body.period,
    decree: body.decree ?? null,
    items: body.items.map(itemFrom),
    announcedItemCount: body.announcedItemCount ?? null,
    checkpoints,
    source: optionalSourceFrom(body.source),
    regionRegistered: isRegistered(regionState),
  }),
});

export const reportMilestone = onPlan(ReportMilestoneBody, {
  action: 'plan.report-milestone',
  region: regionOf,
  command: ({ body }) => ({
    type: 'ReportMilestone',
    item: body.item,
    milestone: body.milestone,
    metOn: body.metOn,
    evidence: evidenceFrom(body.evidence),
    note: body.note ?? null,
  }),
});

export const verifyMilestone = onPlan(VerifyMilestoneBody, {
  action: 'plan.verify-milestone',
  region: regionOf,
  command: ({ body }) => ({
    type: 'VerifyMilestone',
    item: body.item,
    milestone: body.milestone,
    note: body.note ?? null,
  }),
});

export const returnMilestone = onPlan(ReturnMilestoneBody, {
  action: 'plan.return-milestone',
  region: regionOf,
  command: ({ body }) => ({
    type: 'ReturnMilestone',
    item: body.item,
    milestone: body.milestone,
    reason: body.reason,
  }),
});

export const revisePlanItem = onPlan(RevisePlanItemBody, {
  action: 'plan.revise-item',
  region: regionOf,
  command: ({ body }) => ({
    type: 'RevisePlanItem',
    item: itemFrom(body.item),
    reason: body.reason,
    approval: body.approval,
  }),
});

export const reassignPlanItem = onPlan(ReassignItemBody, {
  action: 'plan.reassign-item',
  region: regionOf,
  command: ({ body }) => ({
    type: 'ReassignPlanItem',
    item: body.item,
    to: body.to,
    reason: body.reason,
  }),
});

export const setPlanItemStatus = onPlan(SetItemStatusBody, {
  action: 'plan.set-item-status',
  region: regionOf,
  command: ({ body }) => ({
    type: 'SetPlanItemStatus',
    item: body.item,
    status: body.status,
    note: body.note ?? null,
  }),
});

export const formTaskForce = onPlan(FormTaskForceBody, {
  action: 'plan.form-task-force',
  region: regionOf,
  command: ({ body }) => ({
    type: 'FormTaskForce',
    name: body.name,
    decree: body.decree ?? null,
    formedOn: body.formedOn ?? null,
    members: (body.members ?? []).map(({ position, name }) => ({ position, name: name ?? null })),
    source: optionalSourceFrom(body.source),
  }),
});
