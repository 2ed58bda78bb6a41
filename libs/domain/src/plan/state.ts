import type { CalendarDate, Evidence } from '../values';
import type { ActionPlanAdopted, Milestone, PlanItem } from './events';

/** The last report of a milestone. */
export interface Report {
  readonly reportedBy: string;
  readonly metOn: CalendarDate;
  readonly evidence: readonly Evidence[];
  readonly late: boolean | null;
}

/** How far a milestone has come; whoever reported it last stays named. */
export type Progress =
  | { readonly status: 'open' }
  | { readonly status: 'reported'; readonly report: Report }
  | {
      readonly status: 'returned';
      readonly report: Report;
      readonly returnedBy: string;
      readonly reason: string;
    }
  | { readonly status: 'verified'; readonly report: Report; readonly verifiedBy: string };

export interface TrackedMilestone extends Milestone {
  readonly progress: Progress;
}

export interface TrackedItem extends Omit<PlanItem, 'milestones'> {
  readonly milestones: readonly TrackedMilestone[];
}

export interface AdoptedPlan extends Omit<ActionPlanAdopted['data'], 'items'> {
  readonly status: 'adopted';
  readonly items: readonly TrackedItem[];
}

export type PlanState = { readonly status: 'unadopted' } | AdoptedPlan;

export const initialState = (): PlanState => ({ status: 'unadopted' });

export const isAdopted = (state: PlanState): state is AdoptedPlan => state.status === 'adopted';

export const findItem = (state: AdoptedPlan, item: string): TrackedItem | undefined =>
  state.items.find(({ id }) => id === item);

/** The last report, or null while there is none. */
export const lastReport = ({ progress }: TrackedMilestone): Report | null =>
  progress.status === 'open' ? null : progress.report;

/** Reported or verified: what was claimed and checked no longer changes. */
export const isClosed = ({ progress }: TrackedMilestone): boolean =>
  progress.status === 'reported' || progress.status === 'verified';
