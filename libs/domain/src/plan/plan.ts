import { type Decider, type Decision, refused } from '../decider';
import { adoptActionPlan } from './adopt-action-plan';
import type { PlanCommand } from './commands';
import type { PlanEvent } from './events';
import { evolve } from './evolve';
import { notFound } from './milestone-rules';
import { reportMilestone } from './report-milestone';
import { returnMilestone } from './return-milestone';
import { revisePlanItem } from './revise-plan-item';
import { initialState, isAdopted, type PlanState } from './state';
import { verifyMilestone } from './verify-milestone';

function decide(state: PlanState, command: PlanCommand): Decision<PlanEvent> {
  if (command.type === 'AdoptActionPlan') return adoptActionPlan(state, command);
  if (!isAdopted(state)) return refused(notFound());
  switch (command.type) {
    case 'ReportMilestone':
      return reportMilestone(state, command);
    case 'VerifyMilestone':
      return verifyMilestone(state, command);
    case 'ReturnMilestone':
      return returnMilestone(state, command);
    case 'RevisePlanItem':
      return revisePlanItem(state, command);
  }
}

/** The rules of one action plan (rencana aksi, renaksi). */
export const plan: Decider<PlanState, PlanCommand, PlanEvent> = { initialState, decide, evolve };
