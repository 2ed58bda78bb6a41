import type { ComplianceStatisticRecorded } from '@jejak/domain/declaration/statistic-events';

import type { RowView } from '../view';

export type ComplianceStatisticRow = ComplianceStatisticRecorded['data'];

/** One row per published figure, with both ratios over the obligors. */
export const complianceStatistics: RowView<ComplianceStatisticRow> = {
  kind: 'rows',
  name: 'compliance-statistics',
  version: 1,
  eventTypes: ['ComplianceStatisticRecorded'],
  idOf: ({ event, id }) =>
    event.type === 'ComplianceStatisticRecorded'
      ? [event.data.year, event.data.asOf, event.data.field ?? 'all', event.data.source.id].join(
          '/',
        )
      : id,
  rowOf: ({ event }) => (event.type === 'ComplianceStatisticRecorded' ? event.data : null),
  indexes: [
    { year: 1, _id: 1 },
    { field: 1, _id: 1 },
    { 'source.id': 1, _id: 1 },
  ],
};
