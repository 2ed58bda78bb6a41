import fc from 'fast-check';

import {
  addDays,
  addMonths,
  addWorkingDays,
  daysBetween,
  dayIn,
  endOfDayIn,
  isWorkingDay,
  weekday,
  type WorkingDayCalendar,
  workingDaysBetween,
  zoneOf,
} from '.';

const source = { id: 'test', citation: 'made for this specification' };
const days = fc.integer({ min: 0, max: 1_460 }).map((count) => addDays('2023-01-01', count));

const calendars: fc.Arbitrary<WorkingDayCalendar> = fc
  .record({
    weekend: fc.constantFrom([6, 7], [7], []),
    jointLeaveIsWork: fc.boolean(),
    off: fc.uniqueArray(days, { maxLength: 60 }),
    leave: fc.uniqueArray(days, { maxLength: 20 }),
  })
  .map(({ weekend, jointLeaveIsWork, off, leave }) => ({
    weekend,
    jointLeaveIsWork,
    years: [2023, 2024, 2025, 2026].map((year) => ({
      year,
      source,
      holidays: [
        ...off.map((day) => ({ day, name: 'x', kind: 'national-holiday' as const })),
        ...leave
          .filter((day) => !off.includes(day))
          .map((day) => ({ day, name: 'x', kind: 'joint-leave' as const })),
      ].filter(({ day }) => day.startsWith(String(year))),
    })),
  }));

describe('working days', () => {
  it('counted back from where a term ends give the term', () => {
    fc.assert(
      fc.property(calendars, days, fc.nat({ max: 60 }), (calendar, from, count) => {
        const due = addWorkingDays(calendar, from, count);
        if (due === null) return;
        expect(workingDaysBetween(calendar, from, due)).toBe(count);
        if (count > 0) expect(isWorkingDay(calendar, due)).toBe(true);
      }),
    );
  });

  it('agree with counting day by day', () => {
    fc.assert(
      fc.property(calendars, days, fc.nat({ max: 90 }), (calendar, from, span) => {
        const to = addDays(from, span);
        const each = Array.from({ length: span }, (_, index) => addDays(from, index + 1));
        const works = each.map((day) => isWorkingDay(calendar, day));
        const expected = works.includes(null) ? null : works.filter(Boolean).length;
        expect(workingDaysBetween(calendar, from, to)).toBe(expected);
      }),
    );
  });

  it('of a longer term never end earlier', () => {
    fc.assert(
      fc.property(calendars, days, fc.nat({ max: 40 }), (calendar, from, count) => {
        const shorter = addWorkingDays(calendar, from, count);
        const longer = addWorkingDays(calendar, from, count + 1);
        if (shorter !== null && longer !== null) expect(longer > shorter).toBe(true);
      }),
    );
  });

  it('are not guessed in a year that no decree covers', () => {
    const calendar: WorkingDayCalendar = {
      weekend: [6, 7],
      jointLeaveIsWork: false,
      years: [{ year: 2024, source, holidays: [] }],
    };
    expect(addWorkingDays(calendar, '2024-12-31', 1)).toBeNull();
    expect(workingDaysBetween(calendar, '2024-12-30', '2025-01-02')).toBeNull();
    expect(addWorkingDays(calendar, '2024-12-27', 1)).toBe('2024-12-30');
    expect(addWorkingDays(calendar, '2023-12-29', 0)).toBe('2023-12-29');
  });
});

describe('days and months', () => {
  it('come back by the same number of days', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -900, max: 900 }), (day, count) => {
        const other = addDays(day, count);
        expect(addDays(other, -count)).toBe(day);
        expect(daysBetween(day, other)).toBe(count);
        expect((weekday(day) - 1 + count + 7_000) % 7).toBe(weekday(other) - 1);
      }),
    );
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2024-12-15', 1, '2025-01-15'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });
});

describe('a time zone', () => {
  const zones = {
    zones: [
      { id: 'WIB', offsetMinutes: 420, provinces: ['36'] },
      { id: 'WIT', offsetMinutes: 540, provinces: ['91'] },
    ],
  };

  it('is that of the province', () => {
    expect(zoneOf(zones, '36.73')?.id).toBe('WIB');
    expect(zoneOf(zones, '91')?.id).toBe('WIT');
    expect(zoneOf(zones, '52.01')).toBeNull();
  });

  it('ends a day where the next one begins', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...zones.zones), (day, zone) => {
        const end = endOfDayIn(zone, day);
        expect(dayIn(zone, end)).toBe(addDays(day, 1));
        expect(dayIn(zone, new Date(Date.parse(end) - 1).toISOString())).toBe(day);
      }),
    );
    expect(endOfDayIn(zones.zones[0]!, '2025-11-30')).toBe('2025-11-30T17:00:00.000Z');
  });
});
