import { type Decider, type Decision, refused } from '../decider';
import { adoptActionPlan } from './adopt-action-plan';
import { closeCheckpoint } from './close-checkpoint';
import type { PlanCommand } from './commands';
import type { PlanEvent } from './events';
import { evolve } from './evolve';
import { formTaskForce } from './form-task-force';
import { notFound } from './milestone-rules';
import { reassignPlanItem } from './reassign-plan-item';
import { reportMilestone } from './report-milestone';
import { reportProgress } from './report-progress';
import { returnMilestone } from './return-milestone';
import { returnProgress } from './return-progress';
import { revisePlanItem } from './revise-plan-item';
import { setPlanItemStatus } from './set-plan-item-status';
import { initialState, isAdopted, type PlanState } from './state';
import { verifyMilestone } from './verify-milestone';
import { verifyProgress } from './verify-progress';

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
    case 'ReportProgress':
      return reportProgress(state, command);
    case 'VerifyProgress':
      return verifyProgress(state, command);
    case 'ReturnProgress':
      return returnProgress(state, command);
    case 'CloseCheckpoint':
      return closeCheckpoint(state, command);
    case 'ReassignPlanItem':
      return reassignPlanItem(state, command);
    case 'SetPlanItemStatus':
      return setPlanItemStatus(state, command);
    case 'FormTaskForce':
      return formTaskForce(state, command);
  }
}

/** The rules of one action plan (rencana aksi, renaksi). */
export const plan: Decider<PlanState, PlanCommand, PlanEvent> = { initialState, decide, evolve };
