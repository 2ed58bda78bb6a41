import { missingIndexes } from '../testing/list-indexes';
import { queryApiOver } from '../testing/query-api';
import { complaintList } from './complaint.list';

describe('GET /v1/complaints', () => {
  it('has an index for every filter and order', () => {
    expect(missingIndexes(complaintList)).toEqual([]);
  });

  it('answers lists and boards of nothing, and knows no complaint it was not told', async () => {
    const api = await queryApiOver([]);
    expect((await api.get('/v1/complaints?status=closed')).body).toMatchObject({ items: [] });
    expect((await api.get('/v1/complaints/board?region=36')).body).toMatchObject({
      total: { filed: 0, open: 0 },
      byRegion: [],
    });
    expect((await api.get('/v1/complaints/board?format=csv')).text).toMatch(/^region,filed,/);
    const unknown = '/v1/complaints/7d0e7e0e-95b6-4f0c-9c3a-7f5e2a1b4c03';
    expect((await api.get(unknown)).status).toBe(404);
    await api.close();
  });
});
