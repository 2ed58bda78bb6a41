import { planProgress } from '@jejak/views';

import { listOf } from '../reading/list';
import { todayInJakarta } from '../reading/moments';
import { planShown } from './plan-shown';
import type { PlansQuery } from './plan.query';

export const planList = listOf(planProgress, {
  path: '/v1/plans',
  filters: { region: 'region', province: 'province', period: 'period' },
  sorts: { changedAt: 'changedAt' },
  policies: ['plan-checkpoints'],
  item: (document, _id, { on = todayInJakarta() }: PlansQuery, unconfirmed) =>
    planShown(document, on, unconfirmed),
  columns: {
    plan: ({ plan }) => plan,
    region: ({ region }) => region,
    province: ({ province }) => province,
    period: ({ period }) => period,
    decree: ({ decree }) => decree,
    source: ({ source }) => source?.id ?? null,
    announcedItems: ({ announcedItemCount }) => announcedItemCount,
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
    checkpointPolicy: ({ checkpointPolicy }) => checkpointPolicy,
    unconfirmed: ({ unconfirmed }) => unconfirmed.join('; '),
    taskForces: ({ taskForces }) => taskForces.length,
    on: ({ on }) => on,
    overdue: ({ overdue }) => overdue.length,
    adoptedAt: ({ adoptedAt }) => adoptedAt,
    changedAt: ({ changedAt }) => changedAt,
  },
});
