import { bantenLog } from '@jejak/views/testing/banten';

import { standingsOf } from '../testing/fakes';
import { queryApiOver, type QueryApi } from '../testing/query-api';

const log = bantenLog();
const positions = log.map(({ position }) => `${position.commit}/${position.prepare}`);
const head = positions.at(-1);

describe('GET /v1/changes', () => {
  let api: QueryApi;
  beforeAll(async () => {
    api = await queryApiOver(log);
  });
  afterAll(() => api.close());

  const changes = async (query: string) => {
    const { status, body } = await api.get(`/v1/changes?${query}`);
    expect(status).toBe(200);
    const items = body['items'] as { position: string; region: string; type: string }[];
    return { positions: items.map(({ position }) => position), items, ...body };
  };

  it('has everything since a position, without it, by asking on with next', async () => {
    const seen: string[] = [];
    let since = '0/0';
    for (let more: unknown = true; more === true;) {
      const page = await changes(`limit=7&since=${since}`);
      seen.push(...page.positions);
      since = String((page as Record<string, unknown>)['next']);
      more = (page as Record<string, unknown>)['more'];
    }
    expect(seen).toEqual(positions);
    expect(since).toBe(head);
    expect(await changes(`since=${head}`)).toMatchObject({ items: [], next: head, more: false });
    expect((await changes(`since=${positions.at(-3)}`)).positions).toEqual(positions.slice(-2));
  });

  it('goes on from where the view stands when the filter finds nothing', async () => {
    expect(await changes('category=plan')).toMatchObject({ items: [], next: head });
    expect(await changes('since=9000/9000')).toMatchObject({ items: [], next: '9000/9000' });
  });

  it('is filtered by region, kind of stream and type of event', async () => {
    const { items } = await changes('region=36.73&category=scorecard');
    expect(items.length).toBeGreaterThan(3);
    expect(new Set(items.map(({ region }) => region))).toEqual(new Set(['36.73']));
    const { items: registered } = await changes('type=RegionRegistered');
    expect(registered).toHaveLength(9);
  });

  it('shows nothing beyond what the view is known to contain', async () => {
    const standings = standingsOf(log);
    const standing: typeof standings.standing = async (view) => ({
      ...(await standings.standing(view)),
      position: { commit: 300n, prepare: 300n },
    });
    const behind = await queryApiOver(log, { ...standings, standing });
    const { body } = await behind.get('/v1/changes');
    expect(body['items']).toHaveLength(3);
    expect(body).toMatchObject({ next: '300/300', more: false });
    await behind.close();
  });

  it('is a line for each event as NDJSON, whose position is where to ask on', async () => {
    const { headers, text } = await api.get('/v1/changes?format=ndjson&since=900/900');
    expect(text.trimEnd().split('\n')).toHaveLength(log.length - 9);
    expect(headers['jejak-position']).toBe(head);
  });

  it('is empty before the first event, and refuses what is no position', async () => {
    const empty = await queryApiOver([]);
    expect((await empty.get('/v1/changes')).body).toMatchObject({ items: [], next: null });
    await empty.close();
    const { status, body } = await api.get('/v1/changes?since=yesterday');
    expect([status, body['field']]).toEqual([400, 'since']);
  });
});
