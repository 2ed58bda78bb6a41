import { type ScoreComparison, type ScoreSeries } from '@jejak/views';

import { startWithFacts } from './support/facts';
import { get } from './support/http';
import { type Service, cleanUp } from './support/service';

let service: Service;
let after: Readonly<Record<string, string>>;

beforeAll(async () => {
  const { position } = ({ service } = await startWithFacts());
  after = { 'jejak-after': position };
});
afterAll(cleanUp);

const ask = async <Body>(path: string): Promise<Body> => {
  const { status, body } = await get<Body>(service, path, after);
  expect([path, status]).toEqual([path, 200]);
  return body;
};

describe('the MCP of Kota Serang year by year', () => {
  const url = '/v1/scores/series?region=36.73&instrument=MCP';

  it('has the totals that were published, final before provisional, and gaps where none were', async () => {
    const { years } = await ask<ScoreSeries>(url);
    expect(years.map(({ year, score }) => [year, score?.value, score?.status])).toEqual([
      [2019, '63', 'final'],
      [2020, '69.55', 'final'],
      [2021, undefined, undefined],
      [2022, '91', 'final'],
      [2023, '64', 'provisional'],
      [2024, undefined, undefined],
    ]);
    expect(years[0]?.areas).toContainEqual(
      expect.objectContaining({ id: 'procurement', status: 'recorded', score: '42' }),
    );
    expect(years[0]?.areas).toContainEqual(
      expect.objectContaining({ id: 'village-funds', status: 'not-applicable' }),
    );
  });

  it('breaks where areas ended and began, and where planning and budgeting were split', async () => {
    const { breaks } = await ask<ScoreSeries>(url);
    const between = (to: number) => breaks.find((one) => one.to === to);
    expect(between(2020)?.kinds).toEqual(['weights-assumed']);
    expect(between(2021)).toMatchObject({
      kinds: expect.arrayContaining(['areas-changed']),
      areas: {
        split: [],
        disappeared: expect.arrayContaining([
          { id: 'one-stop-licensing', name: expect.any(String) },
        ]),
      },
    });
    expect(between(2024)?.areas?.split).toMatchObject([
      { from: { id: 'planning-and-budgeting' }, into: [{ id: 'planning' }, { id: 'budgeting' }] },
    ]);
    expect(between(2024)?.areas?.continued.map(({ id }) => id)).toContain('procurement');
  });
});

describe('Cilegon and Serang in 2024, side by side', () => {
  it('show what is known of the one and nothing of the other', async () => {
    const url = '/v1/scores/comparison?regions=36.72,36.73&instrument=MCP&year=2024';
    const { regions, areas, remarks } = await ask<ScoreComparison>(url);
    expect(regions).toMatchObject([
      { name: 'Kota Cilegon', score: { value: '83' }, computed: '83.25' },
      { name: 'Kota Serang', score: null, scorecard: 'none' },
    ]);
    const procurement = areas.find(({ id }) => id === 'procurement');
    expect(procurement?.regions).toMatchObject([
      { status: 'recorded', score: '65', gap: null },
      { status: 'unknown', score: null, gap: null },
    ]);
    expect(remarks).toEqual(expect.arrayContaining(['scores-missing', 'area-scores-missing']));
  });
});
