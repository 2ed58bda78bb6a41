import type { DeclarationField } from '@jejak/domain/declaration/events';

import type { FoldedView } from '../view';

/** By year: how many more (or fewer) owe a periodic report from that year on. */
export type ChangesByYear = Readonly<Record<string, number>>;

export interface ObligorCounts {
  readonly region: string;
  readonly fields: Readonly<Partial<Record<DeclarationField, ChangesByYear>>>;
}

/**
 * One document per region. A duty begins with its first year and ends before the first one without,
 * so two numbers tell how many owe a report for any year, however long the duty lasts.
 */
export const obligorCounts: FoldedView<ObligorCounts> = {
  name: 'declaration-obligors',
  version: 1,
  eventTypes: ['ObligorRegistered', 'ObligationEnded'],
  documentsOf: ({ event }) =>
    event.type === 'ObligorRegistered' || event.type === 'ObligationEnded'
      ? [event.data.region]
      : [],
  apply(document, { event }, region) {
    const before = document ?? { region, fields: {} };
    if (event.type === 'ObligorRegistered') {
      return changed(before, event.data.field, event.data.firstYear, 1);
    }
    if (event.type === 'ObligationEnded') {
      return changed(before, event.data.field, event.data.notObligedFrom, -1);
    }
    return document;
  },
  indexes: [{ region: 1, _id: 1 }],
};

function changed(
  document: ObligorCounts,
  field: DeclarationField,
  year: number,
  by: number,
): ObligorCounts {
  const years = document.fields[field] ?? {};
  const changes = { ...years, [year]: (years[year] ?? 0) + by };
  return { ...document, fields: { ...document.fields, [field]: changes } };
}

/** How many owe the report of a year. */
export const obligorsIn = (changes: ChangesByYear | undefined, year: number): number =>
  Object.entries(changes ?? {})
    .filter(([from]) => Number(from) <= year)
    .reduce((sum, [, change]) => sum + change, 0);
