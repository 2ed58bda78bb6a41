import type { ScorecardOpened } from '@jejak/domain/scorecard/events';
import { scoreFacts } from '@jejak/views/testing/banten';
import { recorded } from '@jejak/views/testing/recorded';

import { queryApiOver, type QueryApi } from '../testing/query-api';

const opened: ScorecardOpened = {
  type: 'ScorecardOpened',
  data: {
    region: '36.73',
    instrument: 'MCP',
    year: 2022,
    level: 'city',
    frameworkVersion: 1,
    scale: { minimum: '0', maximum: '100' },
    decimalPlaces: 2,
    areas: [],
    bands: null,
    closesAt: null,
  },
};
const scores = { '36.73': '91' };
const log = recorded([
  { stream: 'scorecard-36.73-mcp-2022', event: opened },
  ...scoreFacts({ year: 2022, status: 'final', asOf: null, source: 'S5', scores }),
]);

describe('GET /v1/scorecards', () => {
  let api: QueryApi;
  beforeAll(async () => {
    api = await queryApiOver(log);
  });
  afterAll(() => api.close());

  it('answers with what the events make of a scorecard, and the last of them', async () => {
    const { status, headers, body } = await api.get('/v1/scorecards/36.73/mcp/2022');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      region: '36.73',
      instrument: 'MCP',
      year: 2022,
      stream: 'scorecard-36.73-mcp-2022',
      revision: '1',
      position: '200/200',
      state: { status: 'open', publications: [{ value: '91', source: { id: 'S5' } }] },
    });
    expect(headers['jejak-position']).toBe('200/200');
  });

  it('replays it as of a revision, before the score was published', async () => {
    const { body } = await api.get('/v1/audit/streams/scorecard-36.73-mcp-2022/state?atRevision=0');
    expect(body).toMatchObject({ revision: '0', state: { status: 'open', publications: [] } });
  });

  it('waits for no event that is not in the log', async () => {
    const url = '/v1/scorecards/36.73/MCP/2022';
    expect((await api.get(url, { 'jejak-after': '200/200' })).status).toBe(200);
    expect((await api.get(url, { 'jejak-after': '999999/999999' })).status).toBe(503);
  });

  it('knows no scorecard that nobody opened, and no key that cannot be one', async () => {
    expect((await api.get('/v1/scorecards/36.74/MCP/2022')).status).toBe(404);
    const { status, body } = await api.get('/v1/scorecards/Serang/MCP/2022');
    expect([status, body['field']]).toEqual([400, 'region']);
    expect((await api.get('/v1/scorecards/36.73/MCP/2022?at=1')).body).toMatchObject({
      field: 'at',
    });
  });
});
