import type { ClaimRecorded } from '@jejak/domain/dispute/events';
import { bantenLog, bantenRegions, bantenScores } from '@jejak/views/testing/banten';
import { recorded } from '@jejak/views/testing/recorded';

import { missingIndexes } from '../testing/list-indexes';
import { queryApiOver, type QueryApi } from '../testing/query-api';
import { disputeList } from './dispute.list';

const claim: ClaimRecorded = {
  type: 'ClaimRecorded',
  data: {
    instrument: 'MCP',
    year: 2023,
    claim: 1,
    by: 'Deputy mayor of Kota Serang',
    date: '2025-08-14',
    text: 'Kota Serang is second best',
    about: [{ region: '36.73', rank: 2 }],
    source: { id: 'B11', citation: 'x' },
  },
};
const log = recorded([
  ...bantenRegions,
  ...bantenScores,
  { stream: 'dispute-mcp-2023', event: claim },
]);

describe('GET /v1/scores/disputes', () => {
  let api: QueryApi;
  beforeAll(async () => {
    api = await queryApiOver(log);
  });
  afterAll(() => api.close());

  it('lists what is disputed, by instrument in any case', async () => {
    const { body } = await api.get('/v1/scores/disputes?instrument=mcp&sort=-year');
    expect(body).toMatchObject({ items: [{ instrument: 'MCP', year: 2023 }], next: null });
    expect((await api.get('/v1/scores/disputes?province=36&sort=-year')).body['items']).toEqual(
      body['items'],
    );
    expect((await api.get('/v1/scores/disputes?province=32')).body['items']).toEqual([]);
    expect((await api.get('/v1/scores/disputes?instrument=SPI')).body['items']).toEqual([]);
    expect(missingIndexes(disputeList)).toEqual([]);
  });

  it('shows the claims beside the record', async () => {
    const { body } = await api.get('/v1/scores/disputes/mcp/2023');
    expect(body).toMatchObject({
      claims: [{ by: 'Deputy mayor of Kota Serang', about: [{ name: 'Kota Serang', rank: 2 }] }],
      record: {
        regions: [{ region: '36.73', value: '64', status: 'provisional', rank: null }],
        rankings: [{ province: { code: '36' }, basis: { complete: false } }],
      },
    });
  });

  it('knows no dispute that nobody recorded', async () => {
    const undisputed = await queryApiOver(bantenLog());
    expect((await undisputed.get('/v1/scores/disputes/MCP/2019')).status).toBe(404);
    await undisputed.close();
  });
});
