import { type AuditTrailRow } from '@jejak/views';

import { importFacts } from './support/facts';
import { commandsOf, get } from './support/http';
import { type Service, cleanUp, startService } from './support/service';
import { type Page, type RawEvent, allPages, eventsOf } from './support/streams';

type Row = AuditTrailRow & { readonly position: string };

const trail = '/v1/audit/trail';
const scorecard = 'scorecard-36.73-mcp-2019';

let service: Service;
/** The whole trail in the order of the log. */
let everything: readonly Row[];

beforeAll(async () => {
  service = await startService();
  const { position, recorded } = await importFacts(service);
  const headers = { 'jejak-after': position! };
  const { body } = await get<Page<Row>>(service, `${trail}?order=asc&limit=500`, headers);
  expect(body.next).toBeNull();
  // Every command of the facts is one event, but for a named signature, which is claimed before.
  const claims = body.items.filter(({ type }) => type === 'SignatureClaimed');
  expect(body.items).toHaveLength(recorded + claims.length);
  expect(claims).toHaveLength(4);
  everything = body.items;
});
afterAll(cleanUp);

const ids = (rows: readonly Row[]): string[] => rows.map(({ eventId }) => eventId);
const commitOf = ({ position }: { position: string }) => BigInt(position.split('/')[0]!);

describe('the audit trail', () => {
  it('has every event once, in the order of the log', () => {
    expect(new Set(ids(everything)).size).toBe(everything.length);
    const commits = everything.map(commitOf);
    expect(commits).toEqual([...commits].sort((a, b) => (a < b ? -1 : 1)));
  });

  it('says of each who recorded it, when, under which command, and what in one sentence', () => {
    for (const row of everything) {
      expect(row.actor.id).toMatch(/^demo-(operator|verifier)$/);
      expect(row.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect([row.commandId, row.correlationId, row.summary]).not.toContain('');
    }
  });

  it.each(['1', '7', '50'])('is paged %s rows at a time without gap or repeat', async (limit) => {
    const forwards = await allPages<Row>(service, `${trail}?order=asc&limit=${limit}`);
    expect(ids(forwards)).toEqual(ids(everything));
    const backwards = await allPages<Row>(service, `${trail}?limit=${limit}`);
    expect(ids(backwards)).toEqual(ids(everything).reverse());
  });

  it.each<[string, (row: Row) => boolean]>([
    ['region=36.73', ({ region }) => region === '36.73'],
    ['actor=demo-verifier', ({ actor }) => actor.id === 'demo-verifier'],
    ['type=PactSigned', ({ type }) => type === 'PactSigned'],
    [`stream=${scorecard}`, ({ stream }) => stream === scorecard],
    [
      'region=36.04&type=PactWitnessed&actor=demo-operator',
      ({ region, type }) => region === '36.04' && type === 'PactWitnessed',
    ],
  ])('is filtered by %s, on every page', async (filter, fits) => {
    const found = await allPages<Row>(service, `${trail}?order=asc&limit=3&${filter}`);
    expect(ids(found)).toEqual(ids(everything.filter(fits)));
    expect(found.length).toBeGreaterThan(2);
  });

  it('is cut by instants of recording, both included', async () => {
    const [from, to] = [everything[20]!.recordedAt, everything[60]!.recordedAt];
    const path = `${trail}?order=asc&limit=10&from=${from}&to=${to}`;
    const within = everything.filter(({ recordedAt }) => recordedAt >= from && recordedAt <= to);
    expect(ids(await allPages<Row>(service, path))).toEqual(ids(within));
    const later = new Date(Date.parse(everything.at(-1)!.recordedAt) + 1).toISOString();
    expect(await allPages<Row>(service, `${trail}?from=${later}`)).toEqual([]);
  });

  it('agrees with the raw streams, event by event', async () => {
    for (const stream of new Set(everything.map((row) => row.stream))) {
      const raw = await eventsOf(service, stream);
      const rows = everything.filter((row) => row.stream === stream);
      expect(raw.map(({ id, revision, position, type }) => [id, revision, position, type])).toEqual(
        rows.map(({ eventId, revision, position, type }) => [eventId, revision, position, type]),
      );
    }
  });
});

describe('a raw stream', () => {
  const path = `/v1/audit/streams/${scorecard}`;

  it('numbers its revisions from 0 without gap and keeps data and metadata', async () => {
    const events = await eventsOf(service, scorecard);
    expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => `${index}`));
    expect(events[1]!.data).toMatchObject({ value: '29', asOf: '2019-08-21', publication: 1 });
    expect(events[1]!.metadata).toMatchObject({ actor: { kind: 'person', id: 'demo-operator' } });
  });

  it('is paged in both directions and from any revision', async () => {
    const events = await eventsOf(service, scorecard);
    const forwards = await allPages<RawEvent>(service, `${path}?limit=2`);
    expect(forwards).toEqual(events);
    const backwards = await allPages<RawEvent>(service, `${path}?limit=2&direction=backwards`);
    expect(backwards).toEqual([...events].reverse());
    expect(await allPages<RawEvent>(service, `${path}?from=3&limit=1`)).toEqual(events.slice(3));
  });

  it('is empty past its end, not unknown', async () => {
    const { status, body } = await get<Page<RawEvent>>(service, `${path}?from=1000`);
    expect([status, body.items, body.next]).toEqual([200, [], null]);
  });
});

describe("the replay of Kota Serang's scorecard of 2019", () => {
  interface StateReply {
    readonly revision: string | null;
    readonly recordedAt: string | null;
    readonly state: { readonly publications: readonly { readonly value: string }[] } | null;
  }
  const stateAt = async (query: string): Promise<StateReply> =>
    (await get<StateReply>(service, `/v1/audit/streams/${scorecard}/state?${query}`)).body;
  const valuesAt = async (revision: number): Promise<string[]> =>
    (await stateAt(`atRevision=${revision}`)).state!.publications.map(({ value }) => value);

  it('shows 29, 29, 44 and 63 one after the other', async () => {
    const steps = await Promise.all([0, 1, 2, 3, 4, 5].map(valuesAt));
    expect(steps).toEqual([
      [],
      ['29'],
      ['29', '29'],
      ['29', '29', '44'],
      ['29', '29', '44'],
      ['29', '29', '44', '63'],
    ]);
  });

  it('shows what was known at any instant of its history', async () => {
    const events = await eventsOf(service, scorecard);
    for (const { metadata } of events) {
      const known = events.filter(({ metadata: one }) => one.recordedAt <= metadata.recordedAt);
      const reply = await stateAt(`asOf=${metadata.recordedAt}`);
      expect(reply.revision).toBe(known.at(-1)!.revision);
    }
  });

  it('is null before its first event', async () => {
    expect(await stateAt('asOf=2019-12-31')).toMatchObject({ revision: null, state: null });
  });

  it('ends in the state that the scorecard itself is read in', async () => {
    const now = (await stateAt('')).state;
    const { body } = await get<StateReply>(service, '/v1/scorecards/36.73/MCP/2019');
    expect(body.state).toEqual(now);
  });
});

it('a reader who pages through the trail meets what is recorded meanwhile at its end, and nothing twice', async () => {
  const send = commandsOf(service, { as: 'operator' });
  const seen: Row[] = [];
  let recorded = 0;
  for (let next: string | null = `${trail}?order=asc&limit=10`; next !== null;) {
    const { body }: { body: Page<Row> } = await get<Page<Row>>(service, next);
    seen.push(...body.items);
    next = body.next;
    if (recorded >= 5) continue;
    const signed = await send('/v1/pacts/banten-2022-06-24/sign', {
      position: `Bupati ${(recorded += 1)}`,
      signedOn: '2022-06-24',
    });
    await get(service, `${trail}?limit=1`, { 'jejak-after': signed.body.position });
  }
  expect(ids(seen).slice(0, everything.length)).toEqual(ids(everything));
  expect(seen.slice(everything.length).map(({ type }) => type)).toEqual(
    Array.from({ length: 5 }, () => 'PactSigned'),
  );
});
