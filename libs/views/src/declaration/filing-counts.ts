import type { CalendarDate } from '@jejak/domain';
import type { DeclarationField } from '@jejak/domain/declaration/events';

import type { FoldedView } from '../view';

export interface FilingsOfDay {
  readonly submitted: number;
  /** Of the submitted. */
  readonly late: number;
  readonly complete: number;
}

/** What happened on each day, by the days the facts speak of. */
export type FilingDays = Readonly<Record<CalendarDate, FilingsOfDay>>;

export interface FilingCounts {
  readonly region: string;
  readonly year: number;
  readonly fields: Readonly<Partial<Record<DeclarationField, FilingDays>>>;
}

const none: FilingsOfDay = { submitted: 0, late: 0, complete: 0 };

/**
 * One document per region and year of the periodic reports, day by day, so that the board can be
 * read as of any day without a document of anybody.
 */
export const filingCounts: FoldedView<FilingCounts> = {
  name: 'declaration-filings',
  version: 2,
  readsFrom: 1,
  eventTypes: ['WealthReportFiled', 'WealthReportVerified'],
  documentsOf: ({ event }) =>
    (event.type === 'WealthReportFiled' || event.type === 'WealthReportVerified') &&
    event.data.year !== null
      ? [`${event.data.region}/${event.data.year}`]
      : [],
  apply(document, { event }) {
    if (event.type === 'WealthReportFiled' && event.data.year !== null) {
      const { region, year, field, filedOn, late } = event.data;
      const before = document ?? { region, year, fields: {} };
      return added(before, field, filedOn, { submitted: 1, late: late === true ? 1 : 0 });
    }
    if (event.type === 'WealthReportVerified' && event.data.year !== null) {
      const { region, year, field, verifiedOn, result } = event.data;
      const before = document ?? { region, year, fields: {} };
      return added(before, field, verifiedOn, { complete: result === 'complete' ? 1 : 0 });
    }
    return document;
  },
  indexes: [
    { year: 1, region: 1, _id: 1 },
    { region: 1, year: 1, _id: 1 },
  ],
};

function added(
  document: FilingCounts,
  field: DeclarationField,
  day: CalendarDate,
  more: Partial<FilingsOfDay>,
): FilingCounts {
  const days = document.fields[field] ?? {};
  const sum = sumOf([days[day] ?? none, { ...none, ...more }]);
  return { ...document, fields: { ...document.fields, [field]: { ...days, [day]: sum } } };
}

/** Everything up to and including a day. */
export const filingsUntil = (days: FilingDays | undefined, asOf: CalendarDate): FilingsOfDay =>
  sumOf(
    Object.entries(days ?? {})
      .filter(([day]) => day <= asOf)
      .map(([, counts]) => counts),
  );

const sumOf = (counts: readonly FilingsOfDay[]): FilingsOfDay =>
  counts.reduce(
    (sum, one) => ({
      submitted: sum.submitted + one.submitted,
      late: sum.late + one.late,
      complete: sum.complete + one.complete,
    }),
    none,
  );
