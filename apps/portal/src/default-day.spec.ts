import { defaultDay } from './default-day';
import { august, incomplete, nothing } from './testing/replies';

const query = { instrument: 'MCP', year: 2019, province: '36' };

describe('the day shown when none is asked for', () => {
  it('is the latest on which one source gave every unit a score', () => {
    expect(defaultDay(august, query)).toBe('2019-08-21');
  });

  it('is the latest day with data where no table is complete', () => {
    expect(defaultDay(incomplete, query)).toBe('2020-12-31');
    expect(defaultDay(august, { ...query, status: 'final' })).toBe('2019-12-31');
    expect(defaultDay(august, { ...query, publication: 'B6' })).toBe('2019-12-31');
  });

  it('is none where nothing is recorded', () => {
    expect(defaultDay(nothing, query)).toBeUndefined();
  });
});
