import budget from '../../apps/cli/data/feeds/budget-approved.json';
import licence from '../../apps/cli/data/feeds/licence-issued.json';
import award from '../../apps/cli/data/feeds/procurement-awarded.json';
import { publishFramework2018 } from './support/evidence-framework';
import { startWithFacts } from './support/facts';
import { batch, type Batch, reportsTo, structured, type Taken } from './support/feeds';
import { commandsOf, get, postText, tokenOf } from './support/http';
import { cleanUp, type Service } from './support/service';

let service: Service;
let command: ReturnType<typeof commandsOf>;
let report: ReturnType<typeof reportsTo>;

beforeAll(async () => {
  ({ service } = await startWithFacts());
  command = commandsOf(service, { as: 'operator' });
  report = reportsTo(service);
  for (const { feed, source, definition } of [licence, budget, award]) {
    expect((await command(`/v1/feeds/${feed}/register`, source)).status).toBe(201);
    expect((await command(`/v1/feeds/${feed}/define-type`, definition)).status).toBe(201);
  }
});
afterAll(cleanUp);

const listed = async (path: string, after: string) => {
  const headers = { 'jejak-after': after };
  return (await get<{ items: Record<string, unknown>[] }>(service, path, headers)).body.items;
};

describe('an event', () => {
  it('is taken in once, structured, and answered the same when it is repeated', async () => {
    const first = await report(licence, licence.event);
    expect([first.status, first.body.outcome]).toEqual([201, 'accepted']);
    const again = await report(licence, licence.event);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const [fact] = await listed('/v1/feeds/licensing/facts', first.body.position);
    expect(fact).toMatchObject({
      id: licence.event.id,
      ...{ region: '36.74', on: '2024-05-06' },
      outcome: {
        values: expect.arrayContaining([{ name: 'processingDays', value: '6' }]) as unknown,
      },
    });
  });

  it('is refused with other content under the same id', async () => {
    const other = { ...licence.event, data: { ...licence.event.data, processingDays: 5 } };
    const { status, body } = await report(licence, other);
    expect([status, body.code]).toEqual([409, 'feed.already-received']);
  });

  it('is the same event in binary mode, its headers percent-decoded', async () => {
    const { data, datacontenttype, ...attributes } = licence.event;
    const headers = Object.entries(attributes).map(([name, value]) => [`ce-${name}`, value]);
    const sent = { 'content-type': datacontenttype, ...Object.fromEntries(headers) } as Record<
      string,
      string
    >;
    const same = await report(licence, data, sent);
    expect([same.status, same.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
    const another = { ...sent, 'ce-id': 'b%C3%BCro%20%2217%22' };
    expect((await report(licence, data, another)).body.id).toBe('b\u00fcro "17"');
  });

  it('meets a milestone of a plan, once, with itself as the evidence', async () => {
    const plan = `/v1/plans/${budget.plan}`;
    const adopted = await command(`${plan}/adopt`, {
      region: '36.04',
      period: '2024',
      items: [
        { id: 'budget', title: 'Budget', milestones: [{ id: 'approved', title: 'Approved' }] },
      ],
    });
    expect(adopted.status).toBe(201);
    const taken = await report(budget, budget.event);
    expect([taken.status, taken.body.outcome]).toEqual([201, 'accepted']);
    await report(budget, budget.event);
    const { body } = await get<{ items: { milestones: Record<string, unknown>[] }[] }>(
      service,
      plan,
      { 'jejak-after': taken.body.position },
    );
    expect(body.items[0]?.milestones[0]).toMatchObject({ state: 'reported' });
    const events = await get<{ items: { type: string }[] }>(
      service,
      `/v1/audit/trail?stream=plan-${budget.plan}`,
      { 'jejak-after': taken.body.position },
    );
    expect(events.body.items.map(({ type }) => type).sort()).toEqual([
      'ActionPlanAdopted',
      'MilestoneReported',
    ]);
  });

  it('is handed in as a document of a scorecard, once, with a receipt', async () => {
    const verifier = commandsOf(service, { as: 'verifier' });
    expect(await publishFramework2018(command, verifier)).toEqual([201, 201]);
    expect((await command('/v1/scorecards/36.74/MCP/2018/open', {})).status).toBe(201);
    const type = 'id.go.tangselkota.inventory.closed';
    const given = (name: string, value: string) => ({ name, value, as: 'text' });
    const definition = {
      type,
      schema: { type: 'object', required: ['quarter'] },
      mapping: {
        target: 'evidence',
        fields: [
          ...[given('instrument', 'MCP'), given('year', '2018')],
          ...[given('subIndicator', 'assets.1.1'), given('document', 'inventory')],
          { name: 'title', from: '/data/quarter', as: 'text' },
        ],
      },
    };
    expect((await command('/v1/feeds/licensing/define-type', definition)).status).toBe(201);
    const event = { ...licence.event, id: 'inventory-1', type, data: { quarter: 'Q3 of 2018' } };
    const taken = await report(licence, event);
    expect([taken.status, taken.body.outcome]).toEqual([201, 'accepted']);
    expect((await report(licence, event)).body).toEqual(taken.body);
    const uploads = await listed('/v1/evidence?region=36.74', taken.body.position);
    expect(uploads).toMatchObject([
      { subIndicator: 'assets.1.1', document: 'inventory', title: 'Q3 of 2018', late: true },
    ]);
    const receipt = await get(service, '/v1/receipts/36.74-mcp-2018-assets.1.1-0');
    expect(receipt.status).toBe(200);
  });

  it('waits in quarantine when the scorecard does not ask for the document', async () => {
    const type = 'id.go.tangselkota.inventory.closed';
    const event = { ...licence.event, id: 'inventory-2', type, data: { quarter: 'Q4 of 2018' } };
    const definition = {
      type,
      schema: {},
      mapping: {
        target: 'evidence',
        fields: Object.entries({ instrument: 'MCP', year: '2018', document: 'inventory' })
          .map(([name, value]) => ({ name, value, as: 'text' }))
          .concat({ name: 'subIndicator', value: 'assets.9.9', as: 'text' }),
      },
      reason: 'To be tried',
    };
    expect((await command('/v1/feeds/licensing/define-type', definition)).status).toBe(201);
    const { body } = await report(licence, event);
    expect([body.outcome, body.reason]).toEqual([
      'quarantined',
      expect.stringContaining('evidence.'),
    ]);
  });
});

describe('a batch', () => {
  it('answers for each event as if it had come alone', async () => {
    const { event } = award;
    const { status, body } = await report<Batch>(
      award,
      [
        event,
        { ...event, id: 'tender-2', type: 'id.go.bantenprov.procurement.cancelled' },
        { ...event, id: 'tender-3', specversion: '0.3' },
        { ...event, data: {} },
        { ...event, id: 'tender-4', data: { ...event.data, region: '32.04' } },
        event,
      ],
      { 'content-type': batch },
    );
    expect(status).toBe(200);
    expect(body.items.map((one) => [one.id, one.status, one.outcome ?? one.code])).toEqual([
      ['tender-1', 201, 'accepted'],
      ['tender-2', 202, 'quarantined'],
      ['tender-3', 400, 'request.invalid'],
      ['tender-1', 409, 'feed.already-received'],
      ['tender-4', 202, 'quarantined'],
      ['tender-1', 201, 'accepted'],
    ]);
    const none = await report<Batch>(award, [], { 'content-type': batch });
    expect([none.status, none.body.items]).toEqual([200, []]);
    const many = Array.from({ length: 101 }, () => event);
    expect((await report(award, many, { 'content-type': batch })).status).toBe(400);
  });
});

describe('the quarantine', () => {
  it('keeps what does not fit with its reason, and lets it be replayed when it is mended', async () => {
    const event = {
      ...licence.event,
      id: 'late',
      data: { ...licence.event.data, processingDays: 'six' },
    };
    const held = await report(licence, event);
    expect([held.status, held.body.reason]).toEqual([
      202,
      'schema: data/processingDays must be integer',
    ]);
    expect((await report(licence, event)).status).toBe(202);
    const waiting = await listed('/v1/feeds/licensing/quarantine', held.body.position);
    expect(waiting.find(({ id }) => id === 'late')).toMatchObject({
      unfit: { code: 'schema' },
      state: 'quarantined',
    });

    const replay = '/v1/feeds/licensing/quarantine/late/replay';
    expect((await command(replay, {})).body).toMatchObject({ code: 'feed.still-unfit' });
    const { properties } = licence.definition.schema;
    const mended = {
      ...licence.definition,
      schema: { ...licence.definition.schema, properties: { ...properties, processingDays: {} } },
      mapping: {
        ...licence.definition.mapping,
        fields: licence.definition.mapping.fields.map((one) => ({
          ...one,
          as: one.name === 'on' ? 'day' : 'text',
        })),
      },
      reason: 'The number comes in words',
    };
    expect((await command('/v1/feeds/licensing/define-type', mended)).status).toBe(201);
    const replayed = await command<Taken>(replay, {});
    expect([replayed.status, replayed.body.outcome]).toEqual([201, 'accepted']);
    expect((await command(replay, {})).body).toMatchObject({ code: 'feed.not-quarantined' });
    const left = await listed('/v1/feeds/licensing/quarantine', replayed.body.position);
    expect(left.filter(({ id }) => id === 'late')).toEqual([]);
    const nobody = await command('/v1/feeds/licensing/quarantine/nowhere/replay', {});
    expect([nobody.status, nobody.body]).toMatchObject([404, { code: 'feed.event-unknown' }]);
  });
});

describe('a request that is not taken', () => {
  it('is of another than the registered system, or about another source', async () => {
    const stranger = await report(licence, licence.event, undefined, 'somebody');
    expect([stranger.status, stranger.body.code]).toEqual([403, 'access.not-permitted']);
    const foreign = await report(licence, { ...licence.event, id: 'x', source: '/elsewhere' });
    expect([foreign.status, foreign.body.field]).toEqual([400, 'source']);
    const unknown = await report({ ...licence, feed: 'nowhere' }, licence.event);
    expect(unknown.status).toBe(404);
  });

  it('is no CloudEvent, or JSON that a ledger must not take in', async () => {
    const neither = await report(licence, licence.event.data, {
      'content-type': 'application/json',
    });
    expect([neither.status, neither.body.field]).toEqual([400, 'ce-specversion']);
    const lacking = await report(licence, { ...licence.event, id: undefined });
    expect([lacking.status, lacking.body.field]).toEqual([400, 'id']);
    const authorization = `Bearer ${await tokenOf(service, { as: 'operator', subject: 'simponie' })}`;
    const raw = (text: string, type: string) =>
      postText(service, '/v1/feeds/licensing/events', text, {
        authorization,
        'content-type': type,
      });
    expect((await raw('{"id": "1", "id": "2"}', structured)).body.code).toBe(
      'request.duplicate-key',
    );
    expect((await raw(JSON.stringify('x'.repeat(300_000)), batch)).status).toBe(413);
    expect((await raw('['.repeat(100), batch)).body.code).toBe('request.too-deep');
    expect((await raw('{}', 'application/cloudevents+avro')).status).toBe(415);
    const big = {
      ...award.event,
      id: 'big',
      data: { a: 'x'.repeat(60_000), b: 'x'.repeat(10_000) },
    };
    expect((await report(award, big)).status).toBe(413);
  });

  it('is a CloudEvent at any other address', async () => {
    const { status } = await postText(service, '/v1/regions/32/register', '{}', {
      authorization: `Bearer ${await tokenOf(service, { as: 'operator' })}`,
      'content-type': structured,
    });
    expect(status).toBe(415);
  });

  it('is new to a source that was retired; what it sent before is answered as it was', async () => {
    const first = await report(award, { ...award.event, id: 'before' });
    expect(first.status).toBe(201);
    await command('/v1/feeds/e-procurement/retire', { reason: 'replaced' });
    expect((await report(award, { ...award.event, id: 'before' })).body).toEqual(first.body);
    const after = await report(award, { ...award.event, id: 'after' });
    expect([after.status, after.body.code]).toEqual([409, 'feed.retired']);
  });
});
