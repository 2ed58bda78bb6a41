import { missingIndexes } from '../testing/list-indexes';
import { queryApiOver } from '../testing/query-api';
import { gratificationList } from './gratification.list';

describe('GET /v1/gratifications', () => {
  it('has an index for every filter and order', () => {
    expect(missingIndexes(gratificationList)).toEqual([]);
  });

  it('takes its filters and refuses others', async () => {
    const api = await queryApiOver([]);
    const { body } = await api.get('/v1/gratifications?inTime=false&status=decided&region=36');
    expect(body).toMatchObject({ items: [], next: null });
    expect((await api.get('/v1/gratifications?giver=x')).status).toBe(400);
    await api.close();
  });
});
