import type { PactDrafted } from '@jejak/domain/pact/events';
import type { ParkedNotice } from '@jejak/projection';
import { encodeCursor } from '@jejak/http';
import { recorded } from '@jejak/views/testing/recorded';

import { changeList } from '../change/change.list';
import { pactList } from '../pact/pact.list';
import { planList } from '../plan/plan.list';
import { trailList } from '../audit/trail.list';
import { standingsOf } from '../testing/fakes';
import { missingIndexes } from '../testing/list-indexes';
import { queryApiOver, type QueryApi } from '../testing/query-api';

const drafted = (number: number): { stream: string; event: PactDrafted } => ({
  stream: `pact-p${number}`,
  event: {
    type: 'PactDrafted',
    data: {
      pact: `p${String(number).padStart(4, '0')}`,
      region: number % 2 === 0 ? '36.04' : '36.72',
      textVersion: '2011',
      occasion: number === 1 ? '=HYPERLINK("x")' : 'Zona Integritas',
      date: number % 5 === 0 ? null : `2022-06-0${(number % 3) + 1}`,
      place: null,
      symbolicSigners: [],
      source: null,
    },
  } as PactDrafted,
});
const count = 1_203;
const log = recorded(Array.from({ length: count }, (_, number) => drafted(number)));
const head = `${count * 100}/${count * 100}`;

interface Item {
  readonly pact: string;
  readonly date: string | null;
}

let api: QueryApi;
beforeAll(async () => {
  api = await queryApiOver(log);
});
afterAll(() => api.close());

const lines = (text: string): Item[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Item);

describe('A list in an order of the caller', () => {
  it.each(['date', '-date'])(
    'is paged by %s without gap or repeat, nothing where it belongs',
    async (sort) => {
      const seen: Item[] = [];
      for (let next: unknown = `/v1/pacts?limit=100&sort=${sort}`; typeof next === 'string';) {
        const { status, body } = await api.get(next);
        expect(status).toBe(200);
        seen.push(...(body['items'] as Item[]));
        next = body['next'];
      }
      expect(new Set(seen.map(({ pact }) => pact)).size).toBe(count);
      const keys = seen.map(({ date, pact }) => `${date ?? ''} ${pact}`);
      expect(keys).toEqual(sort === 'date' ? keys.toSorted() : keys.toSorted().reverse());
    },
  );

  it('refuses a sort it does not have, and names those it has', async () => {
    for (const sort of ['place', 'constructor', '--date', '']) {
      const { status, body } = await api.get(`/v1/pacts?sort=${sort}`);
      expect([status, body['field'], body['detail']]).toEqual([
        400,
        'sort',
        'sort is none of date, -date, changedAt, -changedAt.',
      ]);
    }
  });

  it('refuses the cursor of another list or another order', async () => {
    const { body } = await api.get('/v1/pacts?limit=1&sort=date');
    const cursor = String(new URL(`http://x${String(body['next'])}`).searchParams.get('cursor'));
    for (const url of [`/v1/pacts?cursor=${cursor}`, `/v1/plans?sort=changedAt&cursor=${cursor}`]) {
      const refused = await api.get(url);
      expect([refused.status, refused.body['field']]).toEqual([400, 'cursor']);
    }
    const forged = encodeCursor(['/v1/pacts by id', null, 7]);
    expect((await api.get(`/v1/pacts?cursor=${forged}`)).status).toBe(400);
  });
});

describe('A list as a file', () => {
  it('has all rows as NDJSON, filtered and ordered as asked, and says where it stands', async () => {
    const { status, headers, text } = await api.get(
      '/v1/pacts?format=ndjson&region=36.72&sort=-date',
    );
    expect([status, headers['content-type'], headers['jejak-position']]).toEqual([
      200,
      'application/x-ndjson; charset=utf-8',
      head,
    ]);
    const whole = lines(text);
    expect(whole).toHaveLength(601);
    const { body } = await api.get('/v1/pacts?region=36.72&sort=-date&limit=500');
    expect(whole.slice(0, 500)).toEqual(body['items']);
  });

  it('has a header line and harmless cells as CSV, as an attachment', async () => {
    const { headers, text } = await api.get('/v1/pacts', { accept: 'text/csv' });
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="pacts.csv"',
      vary: 'Accept',
    });
    const [header, first, second] = text.split('\r\n');
    expect(header).toBe(Object.keys(pactList.columns).join(','));
    expect(first).toMatch(/^p0000,36\.04,36,2011,Zona Integritas,,,drafted,0,0,"",0,,,,,,2026/);
    expect(second).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text.split('\r\n')).toHaveLength(count + 2);
  });

  it('has one page and the link to the next when a limit is given', async () => {
    const seen: string[] = [];
    for (let next: string | undefined = '/v1/pacts?format=ndjson&limit=500'; next;) {
      const { headers, text } = await api.get(next);
      seen.push(...lines(text).map(({ pact }) => pact));
      next = /^<(.*)>; rel="next"$/.exec(String(headers['link']))?.[1];
    }
    expect(new Set(seen).size).toBe(count);
    expect(seen).toHaveLength(count);
  });

  it('is JSON for who asks for none of its forms, and the form preferred otherwise', async () => {
    const typeFor = async (accept: string) =>
      String((await api.get('/v1/pacts?limit=1', { accept })).headers['content-type']);
    expect(await typeFor('text/html,application/xhtml+xml,*/*;q=0.8')).toMatch(
      /^application\/json/,
    );
    expect(await typeFor('text/csv;q=0.5, application/x-ndjson')).toMatch(/^application\/x-ndjson/);
    expect(await typeFor('application/json, text/csv;q=0.9')).toMatch(/^application\/json/);
    expect(await typeFor('text/csv;q=0')).toMatch(/^application\/json/);
  });

  it('is a problem when it cannot be begun', async () => {
    const asked = await api.get('/v1/pacts?format=csv', { 'jejak-after': '999999999/1' });
    expect([asked.status, asked.headers['content-type']]).toEqual([
      503,
      expect.stringContaining('problem+json'),
    ]);
    expect((await api.get('/v1/pacts?format=xml')).body['field']).toBe('format');
  });

  it('says how many events it leaves out, wherever they would stand', async () => {
    const parked: ParkedNotice = {
      ...{ kind: 'document', key: 'p1202', stream: 'pact-p1202', revision: 1n, type: 'PactSigned' },
      since: '2026-01-06T00:00:00.000Z',
    };
    const behind = await queryApiOver(log, standingsOf(log, { 'pact-register': [parked] }));
    const leftOut = async (url: string) => (await behind.get(url)).headers['jejak-left-out'];
    expect(await leftOut('/v1/pacts?format=csv')).toBe('1');
    expect(await leftOut('/v1/pacts?format=csv&limit=3')).toBeUndefined();
    expect(await leftOut('/v1/pacts?format=csv&limit=3&sort=date')).toBe('1');
    await behind.close();
  });
});

describe('The indexes of the views', () => {
  it.each([pactList, planList, trailList, changeList])(
    'read $path by every filter and order',
    (list) => {
      expect(missingIndexes(list)).toEqual([]);
    },
  );

  it('are missed where a list offers more than they serve', () => {
    expect(missingIndexes({ ...pactList, sorts: { place: 'place' } })).toEqual([
      'pact-register: place, _id',
      'pact-register: region, place, _id',
      'pact-register: province, place, _id',
      'pact-register: state, place, _id',
    ]);
  });
});
