import type { Compliance, ComplianceBoard } from '@jejak/views';

import type { Positioned } from '../reading/replies';
import type { Table } from '../reading/row-stream';

type Row = Compliance & { readonly region: string | null; readonly field: string | null };

/** A row for all, then one for each field, then one for each region. */
export const complianceTable: Table<ComplianceBoard & Positioned, Row> = {
  name: 'compliance',
  rows: ({ total, byField, byRegion }) => [
    { ...total, region: null, field: null },
    ...byField.map((one) => ({ ...one, region: null })),
    ...byRegion.map((one) => ({ ...one, field: null })),
  ],
  columns: {
    region: ({ region }) => region,
    field: ({ field }) => field,
    obligors: ({ obligors }) => obligors,
    submitted: ({ submitted }) => submitted,
    late: ({ late }) => late,
    complete: ({ complete }) => complete,
    outstanding: ({ outstanding }) => outstanding,
    submittedPercent: ({ submittedPercent }) => submittedPercent,
    completePercent: ({ completePercent }) => completePercent,
  },
};
