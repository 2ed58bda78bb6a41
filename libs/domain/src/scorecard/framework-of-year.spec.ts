import fc from 'fast-check';

import { mcp2019 } from '../testing/frameworks';
import { frameworkOfYear } from './framework-of-year';

const dayAt = (offset: number): string =>
  new Date(Date.UTC(2018, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10);
/** Three years around the one that is scored. */
const offset = fc.integer({ min: 0, max: 3 * 365 });
const versionsFrom = (days: readonly string[]) =>
  days.map((effectiveFrom, place) => ({
    version: place + 1,
    content: { ...mcp2019, effectiveFrom },
  }));
const firstDays = fc
  .uniqueArray(offset, { maxLength: 5 })
  .map((offsets) => offsets.toSorted((a, b) => a - b).map(dayAt));
const chosen = (days: readonly string[], today: string): number | null =>
  frameworkOfYear(versionsFrom(days), 2019, today)?.version ?? null;

describe('the version a year is scored by', () => {
  it.each<[string, readonly string[], string, number | null]>([
    ['begins with the year', ['2019-01-01'], '2019-01-01', 1],
    ['may be older than the year', ['2017-05-01'], '2019-06-01', 1],
    ['is the later of two that the year began with', ['2018-01-01', '2019-01-01'], '2019-06-01', 2],
    ['is not one that followed during the year', ['2019-01-01', '2019-01-02'], '2020-06-01', 1],
    ['may begin during the year', ['2019-03-15', '2019-09-01'], '2019-03-15', 1],
    ['is none before it is in force', ['2019-03-15'], '2019-03-14', null],
    [
      'is none while the one of the first day waits',
      ['2018-01-01', '2019-01-01'],
      '2018-12-31',
      null,
    ],
    ['is none that came after the year', ['2020-01-01'], '2020-06-01', null],
    ['is none where none was published', [], '2019-06-01', null],
  ])('%s', (_rule, days, today, version) => {
    expect(chosen(days, today)).toBe(version);
  });

  it('is in force, and stays the same for whoever opens later', () => {
    fc.assert(
      fc.property(firstDays, offset, offset, (days, a, b) => {
        const [today, later] = [dayAt(Math.min(a, b)), dayAt(Math.max(a, b))];
        const version = chosen(days, today);
        if (version === null) return;
        expect((days[version - 1] ?? '9999') <= today).toBe(true);
        expect(chosen(days, later)).toBe(version);
      }),
    );
  });

  it('is not changed by a version that follows during the year', () => {
    fc.assert(
      fc.property(firstDays, offset, (days, added) => {
        const last = days.at(-1);
        if (last === undefined || dayAt(added) <= last || dayAt(added) <= '2019-01-01') return;
        expect(chosen([...days, dayAt(added)], '2030-01-01')).toBe(chosen(days, '2030-01-01'));
      }),
    );
  });
});
