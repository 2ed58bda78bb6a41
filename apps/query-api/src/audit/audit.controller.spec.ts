import { bantenLog } from '@jejak/views/testing/banten';

import { missingIndexes } from '../testing/list-indexes';
import { queryApiOver, type QueryApi } from '../testing/query-api';
import { trailList } from './trail.list';

interface Row {
  readonly recordedAt: string;
  readonly position: string;
  readonly region: string;
  readonly revision: string;
}

describe('the audit API', () => {
  let api: QueryApi;
  beforeAll(async () => {
    api = await queryApiOver(bantenLog());
  });
  afterAll(() => api.close());

  const pages = async (url: string): Promise<Row[]> => {
    const rows: Row[] = [];
    for (let next: unknown = url; typeof next === 'string';) {
      const { status, body } = await api.get(next);
      expect(status).toBe(200);
      rows.push(...(body['items'] as Row[]));
      next = body['next'];
    }
    return rows;
  };

  it('pages through the whole trail once, newest first', async () => {
    const positions = (await pages('/v1/audit/trail?limit=7')).map(({ position }) => position);
    const log = bantenLog().map(({ position }) => `${position.commit}/${position.prepare}`);
    expect(positions).toEqual(log.reverse());
  });

  it('turns the order round and keeps the filters from page to page', async () => {
    const rows = await pages('/v1/audit/trail?region=36.73&limit=2&order=asc&from=2026-01-05');
    expect(rows).toHaveLength(8);
    expect(rows.every(({ region }) => region === '36.73')).toBe(true);
    expect(rows.map(({ position }) => position)).toEqual(
      rows.map(({ position }) => position).sort((a, b) => parseInt(a) - parseInt(b)),
    );
    expect(await pages('/v1/audit/trail?to=2026-01-04')).toEqual([]);
  });

  it('has an index for every filter and order', () => {
    expect(missingIndexes(trailList)).toEqual([]);
  });

  it('reads a stretch of time by the instant of recording, in either direction', async () => {
    const stretch = '/v1/audit/trail?from=2026-01-05&to=2026-12-31&limit=7';
    const instants = (rows: Row[]) => rows.map(({ recordedAt }) => recordedAt);
    const newestFirst = instants(await pages(stretch));
    expect(newestFirst).toHaveLength(bantenLog().length);
    expect(newestFirst).toEqual([...newestFirst].sort().reverse());
    expect(instants(await pages(`${stretch}&order=asc`))).toEqual([...newestFirst].sort());
    const cursor = (await api.get(stretch)).body['next'];
    expect(cursor).toEqual(expect.stringContaining('from=2026-01-05'));
  });

  it.each(['type=PactLost', 'from=2026-01-32', 'order=up', 'region=x', 'cursor=WzFd'])(
    'refuses %s',
    async (part) => {
      const { status, body } = await api.get(`/v1/audit/trail?${part}`);
      expect([status, body['field']]).toEqual([400, part.split('=')[0]]);
    },
  );

  const stream = '/v1/audit/streams/scorecard-36.73-mcp-2019';

  it('shows the recorded events of a stream in either direction', async () => {
    const revisions = (rows: Row[]) => rows.map(({ revision }) => revision);
    expect(revisions(await pages(`${stream}?limit=2`))).toEqual(['0', '1', '2', '3']);
    expect(revisions(await pages(`${stream}?limit=3&direction=backwards`))).toEqual([
      '3',
      '2',
      '1',
      '0',
    ]);
    const { body } = await api.get(`${stream}?from=3`);
    expect(body).toMatchObject({
      items: [
        { type: 'PublishedScoreRecorded', data: { value: '63' }, metadata: { schemaVersion: 1 } },
      ],
      next: null,
    });
  });

  it('has the events of a stream as files too, a page at a time with its link', async () => {
    const { headers, text } = await api.get(`${stream}?format=csv&limit=2`);
    const lines = text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^0,1600\/1600,PublishedScoreRecorded,.*""value"":""29""/);
    const next = /^<(.*)>; rel="next"$/.exec(String(headers['link']))?.[1] ?? '';
    expect((await api.get(next)).text).toContain('\r\n2,');
  });

  it.each([stream, '/v1/audit/streams/region-36.73/state'])(
    'waits for no event that is not in the log: %s',
    async (url) => {
      const { position } = (await api.get(url)).body;
      expect((await api.get(url, { 'jejak-after': String(position) })).status).toBe(200);
      const beyond = await api.get(url, { 'jejak-after': '999999999/999999999' });
      expect([beyond.status, beyond.headers['retry-after']]).toEqual([503, '1']);
      expect((await api.get(url, { 'jejak-after': 'abc' })).status).toBe(400);
    },
  );

  it('tells a page past the end from a stream that is not there', async () => {
    expect((await api.get(`${stream}?from=99`)).body).toMatchObject({ items: [] });
    expect((await api.get('/v1/audit/streams/scorecard-99-mcp-2019')).status).toBe(404);
  });

  describe('of a stream with an event that this release cannot read', () => {
    let broken: QueryApi;
    beforeAll(async () => {
      const event = { stream: 'scorecard-36.73-mcp-2019', revision: 2n };
      broken = await queryApiOver(bantenLog(), undefined, event);
    });
    afterAll(() => broken.close());

    const refusal = {
      status: 500,
      body: {
        code: 'store.unreadable-event',
        detail: 'Event 2 of scorecard-36.73-mcp-2019 cannot be read: unknown type.',
        event: { stream: 'scorecard-36.73-mcp-2019', revision: '2', reason: 'unknown type' },
      },
    };

    it.each(['limit=50', 'limit=2'])(
      'shows what stands before it, and names it: %s',
      async (by) => {
        const { status, body } = await broken.get(`${stream}?${by}`);
        expect([status, (body['items'] as Row[]).map(({ revision }) => revision)]).toEqual([
          200,
          ['0', '1'],
        ]);
        expect(await broken.get(String(body['next']))).toMatchObject(refusal);
      },
    );

    it('shows what stands after it too, in the other direction', async () => {
      const { body } = await broken.get(`${stream}?direction=backwards`);
      expect(body).toMatchObject({ items: [{ revision: '3' }] });
      expect(await broken.get(String(body['next']))).toMatchObject(refusal);
    });

    it('replays the state before it, and no other', async () => {
      const registered = bantenLog().find(({ stream }) => stream === 'region-36.73')!;
      const event = { stream: registered.stream, revision: 1n };
      const api = await queryApiOver([registered, { ...registered, ...event }], undefined, event);
      const state = '/v1/audit/streams/region-36.73/state';
      expect(await api.get(`${state}?atRevision=0`)).toMatchObject({
        status: 200,
        body: { revision: '0' },
      });
      for (const later of [state, `${state}?atRevision=1`]) {
        expect((await api.get(later)).body).toMatchObject({
          code: refusal.body.code,
          event: { stream: 'region-36.73', revision: '1' },
        });
      }
      await api.close();
    });
  });

  it('replays the state of a stream and names the last event in it', async () => {
    const { status, body } = await api.get('/v1/audit/streams/region-36.73/state?atRevision=0');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      stream: 'region-36.73',
      revision: '0',
      recordedAt: '2026-01-05T02:00:00.000Z',
      state: { region: { name: 'Kota Serang' } },
    });
  });

  it('has no state before the first event was recorded', async () => {
    const { body } = await api.get('/v1/audit/streams/region-36.73/state?asOf=2026-01-04');
    expect(body).toMatchObject({ revision: null, recordedAt: null, state: null, position: null });
  });

  it('knows no revision that is yet to come, and no two moments at once', async () => {
    expect((await api.get('/v1/audit/streams/region-36.73/state?atRevision=1')).status).toBe(404);
    expect((await api.get('/v1/audit/streams/region-36.99/state')).status).toBe(404);
    const both = await api.get('/v1/audit/streams/region-36.73/state?atRevision=0&asOf=2026-02-01');
    expect(both.status).toBe(400);
  });
});
