import { planProgress, planProgressOn } from '@jejak/views';

import { listOf } from '../reading/list';
import { todayInJakarta } from '../reading/moments';
import type { PlansQuery } from './plan.query';

export const planList = listOf(planProgress, {
  path: '/v1/plans',
  filters: { region: 'region', province: 'province', period: 'period' },
  sorts: { changedAt: 'changedAt' },
  item: (document, _id, { on = todayInJakarta() }: PlansQuery) => planProgressOn(document, on),
  columns: {
    plan: ({ plan }) => plan,
    region: ({ region }) => region,
    period: ({ period }) => period,
    decree: ({ decree }) => decree,
    items: ({ counts }) => counts.items,
    milestones: ({ counts }) => counts.milestones,
    open: ({ counts }) => counts.open,
    reported: ({ counts }) => counts.reported,
    verified: ({ counts }) => counts.verified,
    returned: ({ counts }) => counts.returned,
    late: ({ counts }) => counts.late,
    unnamedItems: ({ unnamedItemCount }) => unnamedItemCount,
    checkpointsOpen: ({ counts }) => counts.checkpoints.open,
    checkpointsReported: ({ counts }) => counts.checkpoints.reported,
    checkpointsVerified: ({ counts }) => counts.checkpoints.verified,
    checkpointsReturned: ({ counts }) => counts.checkpoints.returned,
    on: ({ on }) => on,
    overdue: ({ overdue }) => overdue.length,
    changedAt: ({ changedAt }) => changedAt,
  },
});
