import { auditTrail } from '@jejak/views';

import { trailList, trailRow } from '../audit/trail.list';
import { listOf } from '../reading/list';

/** The audit trail in the order of the log, from the oldest on. */
export const changeList = listOf(auditTrail, {
  path: '/v1/changes',
  filters: { region: 'region', category: 'category', type: 'type' },
  item: trailRow,
  columns: trailList.columns,
});
