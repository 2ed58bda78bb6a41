import { type ZoneDocument, type ZoneFunnel } from '@jejak/views';

import { startWithFacts } from './support/facts';
import { commandsOf, get } from './support/http';
import { type Service, cleanUp } from './support/service';

let service: Service;
let headers: Readonly<Record<string, string>>;

beforeAll(async () => {
  const { position } = ({ service } = await startWithFacts());
  headers = { 'jejak-after': position };
});
afterAll(cleanUp);

const funnel = async (region: string, year: number): Promise<ZoneFunnel> =>
  (await get<ZoneFunnel>(service, `/v1/zones/funnel?region=${region}&year=${year}`, headers)).body;

describe('the integrity zones of Kabupaten Serang (ANTARA Banten, June 2022)', () => {
  it('are one unit in 2021, evaluated and not granted', async () => {
    const { units, stages, declined } = await funnel('36.04', 2021);
    expect(units.map(({ unitName }) => unitName)).toEqual(['Disdukcapil']);
    expect(stages[0]).toEqual({ stage: 'declared', units: 1 });
    expect(declined).toBe(1);
    const { body } = await get<ZoneDocument>(service, '/v1/zones/36.04-disdukcapil-2021', headers);
    expect(body).toMatchObject({
      stage: 'declined',
      publishedOnly: true,
      target: null,
      results: { SELF: null, TPI: null, TPN: null },
      publications: [
        { outcome: 'not-granted', note: 'evaluated, below the standard', source: { id: 'S3' } },
      ],
    });
  });

  it('are three units in 2022, of which no outcome was told', async () => {
    const { units, stages, declined } = await funnel('36', 2022);
    expect(units.map(({ unitName }) => unitName)).toEqual(['Bapenda', 'Disdukcapil', 'DPMPTSP']);
    expect(stages.filter(({ units: count }) => count > 0)).toEqual([
      { stage: 'declared', units: 3 },
    ]);
    expect(declined).toBe(0);
  });

  it('hold no predicate', async () => {
    const { body } = await get<{ items: object[] }>(service, '/v1/predicates', headers);
    expect(body.items).toEqual([]);
  });
});

describe('a unit on its way over HTTP', () => {
  const zone = '/v1/zones/36.72/disdukcapil/2024';

  it('is not designated before its region has declared the zone', async () => {
    const operator = commandsOf(service, { as: 'operator' });
    const { status, body } = await operator(`${zone}/designate`, {
      unitName: 'A sample unit',
      form: 'work-unit',
      target: 'WBK',
      designatedOn: '2024-01-15',
      decree: 'SK-1/2024',
      grounds: { strategicService: 'a', sizeableResources: 'b', reformCarriedOut: 'c' },
    });
    expect([status, body]).toMatchObject([409, { code: 'zone.not-declared' }]);
  });

  it('is judged for the nation by evaluators alone', async () => {
    for (const as of ['operator', 'verifier'] as const) {
      const { status, body } = await commandsOf(service, { as })(`${zone}/decline`, {
        declinedOn: '2024-11-01',
        reasons: ['Below the standard'],
      });
      expect([status, body]).toMatchObject([403, { code: 'access.not-permitted' }]);
    }
  });
});
