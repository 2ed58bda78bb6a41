import { type JejakEvent } from '@jejak/domain';

/** One milestone of a plan, and what can happen to it. */
export interface MilestoneFacts {
  readonly stream: string;
  readonly id: string;
  readonly adopted: (dueOn: string) => JejakEvent;
  readonly moved: (dueOn: string) => JejakEvent;
  readonly reported: (metOn: string) => JejakEvent;
  readonly returned: JejakEvent;
}

export function milestoneFacts(plan: string, region: string): MilestoneFacts {
  const key = { plan, region, item: 'apbd', milestone: 'm1' };
  const item = (dueOn: string) => ({
    ...{ id: 'apbd', title: 'Budget', measure: null, owner: null },
    milestones: [{ id: 'm1', title: 'Published', dueOn, target: null }],
    targets: [],
  });
  return {
    stream: `plan-${plan}`,
    id: `plan.milestone:${plan}:apbd:m1`,
    adopted: (dueOn) => ({
      type: 'ActionPlanAdopted',
      data: {
        ...{ plan, region, period: '2024', decree: null, announcedItemCount: null, source: null },
        ...{ checkpoints: [], checkpointPolicy: null },
        items: [item(dueOn)],
      },
    }),
    moved: (dueOn) => ({
      type: 'PlanItemRevised',
      data: { plan, region, item: item(dueOn), reason: 'postponed', approval: 'KEP-1' },
    }),
    reported: (metOn) => ({
      type: 'MilestoneReported',
      data: { ...key, metOn, evidence: [], note: null, reportedBy: 'operator-1', late: null },
    }),
    returned: {
      type: 'MilestoneReturned',
      data: { ...key, returnedBy: 'verifier-1', reason: 'not signed' },
    },
  };
}
