import fc from 'fast-check';

import { addDays, isWorkingDay, lastDayOf, type Term, type WorkingDayCalendar } from '.';

const source = { id: 'test', citation: 'made for this specification' };
const calendar: WorkingDayCalendar = {
  weekend: [6, 7],
  jointLeaveIsWork: false,
  years: [2024, 2025].map((year) => ({
    year,
    source,
    holidays: [{ day: `${year}-05-01`, name: 'Labour day', kind: 'national-holiday' }],
  })),
};
const from = fc.nat(500).map((count) => addDays('2024-01-01', count));
const units = ['working-days', 'days', 'months'] as const;
const unit = fc.constantFrom<Term['unit']>(...units);
const few = fc.nat(4);

describe('the last day of a term', () => {
  it('is the day it begins on where the term is nothing, in every unit', () => {
    fc.assert(
      fc.property(from, unit, (day, of) => {
        expect(lastDayOf({ count: 0, unit: of }, day, calendar)).toBe(day);
      }),
    );
  });

  it('lies later for a longer term, and never earlier for one that begins later', () => {
    fc.assert(
      fc.property(from, unit, few, (day, of, count) => {
        const last = lastDayOf({ count, unit: of }, day, calendar)!;
        expect(lastDayOf({ count: count + 1, unit: of }, day, calendar)! > last).toBe(true);
        expect(lastDayOf({ count, unit: of }, addDays(day, 1), calendar)! >= last).toBe(true);
      }),
    );
  });

  it('of working days is one, which the day after it began need not be', () => {
    fc.assert(
      fc.property(from, few, (day, count) => {
        const last = lastDayOf({ count: count + 1, unit: 'working-days' }, day, calendar)!;
        expect(isWorkingDay(calendar, last)).toBe(true);
      }),
    );
    const oneDay = { count: 1, unit: 'working-days' } as const;
    expect(lastDayOf(oneDay, '2024-04-30', calendar)).toBe('2024-05-02');
    expect(lastDayOf(oneDay, '2024-05-03', calendar)).toBe('2024-05-06');
  });

  it('is not guessed without a calendar, nor through a year that none was decreed for', () => {
    const oneDay = { count: 1, unit: 'working-days' } as const;
    expect(lastDayOf(oneDay, '2024-05-01', null)).toBeNull();
    expect(lastDayOf(oneDay, '2025-12-31', calendar)).toBeNull();
    expect(lastDayOf({ count: 1, unit: 'months' }, '2025-12-31', null)).toBe('2026-01-31');
  });
});
