import { type DisputeReply } from '@jejak/views';

import { startWithFacts } from './support/facts';
import { commandsOf, get } from './support/http';
import { type Service, cleanUp } from './support/service';

let service: Service;
let dispute: DisputeReply;

beforeAll(async () => {
  const { position } = ({ service } = await startWithFacts());
  const headers = { 'jejak-after': position };
  const { status, body } = await get<DisputeReply>(
    service,
    '/v1/scores/disputes/MCP/2024',
    headers,
  );
  expect(status).toBe(200);
  dispute = body;
});
afterAll(cleanUp);

describe('who was last in Banten in 2024', () => {
  it('was answered in three ways by three officials', () => {
    expect(dispute.claims.map(({ by, date, text }) => [by, date, text])).toEqual([
      ['Inspektorat Kota Cilegon', '2025-02-16', 'Kota Cilegon is 8th of 8'],
      ['KPK task force', '2025-08-14', 'Kota Cilegon is second lowest, below it Kota Serang'],
      [
        'Deputy mayor of Kota Serang',
        '2025-08-14',
        'Kota Serang is second best / among the top three',
      ],
    ]);
    expect(dispute.claims.every(({ source }) => source.citation.length > 10)).toBe(true);
  });

  it('cannot be settled by the record, which has Cilegon at 83 and Kota Serang nowhere', () => {
    const [cilegon, serang] = dispute.record.regions;
    expect(cilegon).toMatchObject({
      name: 'Kota Cilegon',
      score: 'published',
      value: '83',
      status: 'final',
      computed: '83.25',
      publishedRank: 8,
      rank: null,
      rankWithheld: 'incomplete',
    });
    expect(serang).toMatchObject({
      name: 'Kota Serang',
      score: 'unknown',
      value: null,
      rank: null,
    });
    const [ranking] = dispute.record.rankings;
    expect(ranking?.basis).toMatchObject({ complete: false, unitsAssessed: 1, unitsTotal: 8 });
  });

  it('is listed among the disputes, and in the audit trail claim by claim', async () => {
    const { body } = await get<{ items: { instrument: string; year: number }[] }>(
      service,
      '/v1/scores/disputes',
    );
    expect(body.items).toMatchObject([{ instrument: 'MCP', year: 2024 }]);
    const trail = await get<{ items: object[] }>(service, '/v1/changes?category=dispute');
    expect(trail.body.items).toHaveLength(3);
  });

  it('is recorded also about a region nobody registered, which the reply tells', async () => {
    const send = commandsOf(service, { as: 'operator' });
    const { status, body } = await send('/v1/disputes/MCP/2023/record-claim', {
      ...{ by: 'A newspaper', date: '2024-02-16', text: 'Kota Lain is last' },
      about: [{ region: '36.73' }, { region: '36.99', rank: 9 }],
      source: { id: 'B7', citation: 'published report' },
    });
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({
        warnings: [
          expect.objectContaining({
            ...{ code: 'reference.region-unregistered', field: 'about[1].region' },
          }),
        ],
      }),
    ]);
  });
});
