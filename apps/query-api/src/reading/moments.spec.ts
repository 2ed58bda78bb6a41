import { instantOf, isDay, isMoment } from './moments';

describe('moments of a query', () => {
  it('are days that exist', () => {
    expect(['2019-08-21', '2024-02-29'].every(isDay)).toBe(true);
    const none = ['2023-02-29', '2019-13-01', '2019-8-21', '2019-08-21T00:00:00Z', '', 20190821];
    expect(none.some(isDay)).toBe(false);
  });

  it('or instants with their offset, since an instant without one names no moment', () => {
    const instants = ['2026-01-05T09:00:00Z', '2026-01-05T09:00+07:00', '2026-01-05T09:00:00.123Z'];
    expect(instants.every(isMoment)).toBe(true);
    const none = ['2026-01-05T09:00:00', '2026-01-05T24:00:00Z', '2026-02-30T09:00:00Z', 'now'];
    expect(none.some(isMoment)).toBe(false);
  });

  it('become instants of UTC, a day by its first or its last millisecond', () => {
    expect(instantOf('2026-01-05', 'start')).toBe('2026-01-05T00:00:00.000Z');
    expect(instantOf('2026-01-05', 'end')).toBe('2026-01-05T23:59:59.999Z');
    expect(instantOf('2026-01-05T01:00+07:00', 'end')).toBe('2026-01-04T18:00:00.000Z');
  });
});
