import type {
  ActionPlanAdopted,
  Milestone,
  MilestoneReported,
  MilestoneReturned,
  MilestoneVerified,
  PlanEvent,
  PlanItem,
  PlanItemRevised,
} from '@jejak/domain/plan/events';

import { calendarDate, decimalText, evidence, source } from './common-shapes';
import { firstVersion, type SchemasOf } from './event-schema';
import { record } from './record';
import { integer, list, nullable, text, truth } from './shape';

const milestone = record<Milestone>({
  id: text,
  title: text,
  dueOn: nullable(calendarDate),
  target: nullable(decimalText),
});

const item = record<PlanItem>({
  id: text,
  title: text,
  measure: nullable(text),
  owner: nullable(text),
  milestones: list(milestone),
});

const key = { plan: text, region: text };
const milestoneKey = { ...key, item: text, milestone: text };

export const planSchemas: SchemasOf<PlanEvent> = {
  ActionPlanAdopted: firstVersion(
    record<ActionPlanAdopted['data']>({
      ...key,
      period: text,
      decree: nullable(text),
      items: list(item),
      announcedItemCount: nullable(integer),
      source: nullable(source),
    }),
  ),
  MilestoneReported: firstVersion(
    record<MilestoneReported['data']>({
      ...milestoneKey,
      metOn: calendarDate,
      evidence: list(evidence),
      note: nullable(text),
      reportedBy: text,
      late: nullable(truth),
    }),
  ),
  MilestoneVerified: firstVersion(
    record<MilestoneVerified['data']>({ ...milestoneKey, verifiedBy: text, note: nullable(text) }),
  ),
  MilestoneReturned: firstVersion(
    record<MilestoneReturned['data']>({ ...milestoneKey, returnedBy: text, reason: text }),
  ),
  PlanItemRevised: firstVersion(
    record<PlanItemRevised['data']>({ ...key, item, reason: text, approval: text }),
  ),
};
