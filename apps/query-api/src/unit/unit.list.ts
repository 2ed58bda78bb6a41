import { unitDirectory, type UnitDocument, unitOn, type UnitOn } from '@jejak/views';

import { listOf } from '../reading/list';
import type { UnitsQuery } from './unit.query';

export const unitList = listOf(unitDirectory, {
  path: '/v1/units',
  filters: { region: 'region', province: 'province', kind: 'kind', parent: 'parent' },
  sorts: { name: 'name' },
  item: (document: UnitDocument, _id: string, { asOf }: UnitsQuery): UnitOn =>
    unitOn(document, asOf),
  columns: {
    region: ({ region }) => region,
    province: ({ province }) => province,
    unit: ({ unit }) => unit,
    kind: ({ kind }) => kind,
    name: ({ name }) => name,
    code: ({ code }) => code,
    parent: ({ parent }) => parent,
    validFrom: ({ validFrom }) => validFrom,
    closedOn: ({ closedOn }) => closedOn,
    mergedInto: ({ mergedInto }) => mergedInto,
    source: ({ source }) => source?.id ?? null,
    registeredAt: ({ registeredAt }) => registeredAt,
    changedAt: ({ changedAt }) => changedAt,
  },
});
