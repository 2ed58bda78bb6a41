import fc from 'fast-check';

import { readPageQuery } from './page-query';

const read = (parameters: Readonly<Record<string, unknown>>) => readPageQuery(parameters);

describe('the parameters of the page', () => {
  it('default to MCP 2019 of Banten in Indonesian', () => {
    const ranking = { instrument: 'MCP', year: 2019, province: '36' };
    expect(read({})).toEqual({ query: { language: 'id', ranking }, problems: [] });
  });

  it('are all read', () => {
    const { query, problems } = read({
      instrument: 'SPI',
      year: '2024',
      validAt: '2024-12-31',
      knownAt: '2026-01-05T09:00',
      status: 'final',
      publication: 'I7,B9',
      lang: 'en',
    });
    expect(problems).toEqual([]);
    expect(query).toEqual({
      language: 'en',
      ranking: {
        instrument: 'SPI',
        year: 2024,
        province: '36',
        validAt: '2024-12-31',
        knownAt: '2026-01-05T09:00:00.000Z',
        status: 'final',
        publication: 'I7,B9',
      },
    });
  });

  it('count as absent when empty, as a form sends them', () => {
    const empty = { validAt: '', knownAt: '', status: '', publication: '', lang: '' };
    expect(read(empty)).toEqual(read({}));
  });

  it.each([
    ['instrument', 'mcp<script>'],
    ['year', '1999'],
    ['year', '2019.5'],
    ['validAt', '2019-02-29'],
    ['validAt', '2019-8-21'],
    ['validAt', ['2019-08-21', '2019-10-30']],
    ['knownAt', 'yesterday'],
    ['knownAt', '2026-02-30T00:00Z'],
    ['knownAt', '2026-01-05T25:00Z'],
    ['knownAt', '9999-12-31T23:00-05:00'],
    ['status', 'revised'],
    ['publication', '$gt'],
    ['lang', 'fr'],
  ])('name %s as unreadable when it is %j', (name, value) => {
    expect(read({ [name]: value }).problems).toEqual([name]);
  });

  it.each([
    ['2026-01-05T09:00Z', '2026-01-05T09:00:00.000Z'],
    ['2026-01-05T09:00:01.5Z', '2026-01-05T09:00:01.500Z'],
    ['2026-01-05T09:00:00+07:00', '2026-01-05T02:00:00.000Z'],
    ['2026-01-05T09:00:00 07:00', '2026-01-05T02:00:00.000Z'],
    ['2026-01-05 09:00', '2026-01-05T09:00:00.000Z'],
  ])('read the instant %s as %s', (text, instant) => {
    expect(read({ knownAt: text }).query.ranking.knownAt).toBe(instant);
  });

  it('never make it throw', () => {
    const name = fc.constantFrom('instrument', 'year', 'validAt', 'knownAt', 'status', 'lang');
    fc.assert(
      fc.property(fc.dictionary(name, fc.anything()), (parameters) => {
        expect(read(parameters).query.ranking.province).toBe('36');
      }),
    );
  });
});
