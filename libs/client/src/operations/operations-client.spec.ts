import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

import { RequestRefused } from '../request';
import { createOperationsClient } from './operations-client';
import type { ParkedReply } from './replies';

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const parked: ParkedReply = {
  view: 'ranking',
  version: 3,
  build: 2,
  kind: 'document',
  key: 'MCP/2019/36',
  event: {
    id: '0d8f6a3c-5c1e-5b7a-9a43-7f0f5a4c2e11',
    stream: 'scorecard-36.73-mcp-2019',
    revision: '3',
    position: '48211/48190',
    type: 'ScoreAmended',
  },
  holdsUp: 'live',
  error: 'x',
  attempts: 1,
  firstFailedAt: '2026-01-02T00:00:00.000Z',
  lastFailedAt: '2026-01-02T00:00:00.000Z',
  waiting: 0,
};

describe('the client of an operator', () => {
  let server: Server;
  let url: string;
  let seen: Seen[];
  let answers: (readonly [status: number, body: object])[];

  beforeAll(async () => {
    server = createServer((request, reply) => {
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', () => {
        const { method, url: path, headers } = request;
        seen.push({ method, url: path, headers, body });
        const [status, answer] = answers[Math.min(seen.length, answers.length) - 1] ?? [200, {}];
        const when: Record<string, string> = status === 503 ? { 'retry-after': '2' } : {};
        reply.writeHead(status, when).end(status === 204 ? '' : JSON.stringify(answer));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  beforeEach(() => {
    seen = [];
    answers = [];
  });

  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  const client = (commandUrl?: string) =>
    createOperationsClient({
      url,
      token: () => Promise.resolve('t'),
      ...(commandUrl === undefined ? {} : { commandUrl }),
    });

  it('encodes keys, and sends no body where there is none', async () => {
    await client().retry({ view: 'ranking', kind: 'document', key: 'MCP/2019/36?#..' });
    expect(seen).toMatchObject([
      {
        method: 'POST',
        url: '/v1/projections/ranking/parked/document/MCP%2F2019%2F36%3F%23../retry',
        headers: { authorization: 'Bearer t' },
        body: '',
      },
    ]);
    expect(seen[0]?.headers['content-type']).toBeUndefined();
  });

  it('asks for an event as it is stored at the address of what is parked', async () => {
    answers = [[200, { unreadable: 'unknown type' }]];
    const stored = await client().storedEvent(parked);
    expect(stored).toEqual({ unreadable: 'unknown type' });
    expect(seen[0]?.url).toBe('/v1/projections/ranking/parked/document/MCP%2F2019%2F36/stored');
  });

  it.each(['.', '..'])('asks for no key that an address cannot hold: %s', (key) => {
    expect(() => client().retry({ view: 'ranking', kind: 'document', key })).toThrow(RangeError);
  });

  it('tells nothing there from a refusal', async () => {
    answers = [[404, { code: 'projection.no-build' }]];
    await expect(client().build('ranking')).resolves.toBeNull();
    answers = [[404, { code: 'projection.not-parked' }]];
    await expect(client().parkedEntry(parked)).resolves.toBeNull();
    await expect(client().storedEvent(parked)).resolves.toBeNull();
    answers = [[404, { code: 'projection.unknown-view' }]];
    await expect(client().build('rankin')).rejects.toThrow(RequestRefused);
    await expect(client().parkedEntry(parked)).rejects.toThrow(RequestRefused);
  });

  it('sends once what changes something, and again what does not', async () => {
    answers = [[503, {}]];
    await expect(client().switchOver('ranking')).rejects.toThrow(RequestRefused);
    expect(seen).toHaveLength(1);
    answers = [
      [503, {}],
      [503, {}],
      [200, { items: [] }],
    ];
    await expect(client().views()).resolves.toEqual([]);
  });

  it('hands on when the service says to ask again', async () => {
    answers = [[503, { code: 'projection.not-following' }]];
    await expect(client().cancel('ranking')).rejects.toMatchObject({
      problem: { code: 'projection.not-following', retryAfterSeconds: 2 },
    });
    answers = [[409, {}]];
    const refused = await client()
      .cancel('ranking')
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RequestRefused);
    expect((refused as RequestRefused).problem).not.toHaveProperty('retryAfterSeconds');
  });

  it('cancels without waiting for a body', async () => {
    answers = [[204, {}]];
    await expect(client().cancel('ranking')).resolves.toBeUndefined();
    expect(seen).toMatchObject([{ method: 'DELETE', url: '/v1/projections/ranking/build' }]);
  });

  it('leaves an event out by a command whose key says what of what', async () => {
    answers = [[201, { position: '99/99' }]];
    const apart = createOperationsClient({
      url: 'http://127.0.0.1:1',
      commandUrl: url,
      token: () => Promise.resolve('t'),
    });
    const reply = await apart.skip(parked, 'recorded twice');
    expect(reply).toEqual({ repeated: false, position: '99/99' });
    await client().skip(parked, 'another reason');
    await client().skip({ ...parked, kind: 'stream' }, 'recorded twice');
    const keys = seen.map(({ headers }) => headers['idempotency-key']);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
    expect(keys[0]).toMatch(/^[\x21-\x7e]{1,255}$/);
    expect(seen[0]?.url).toBe('/v1/projection/ranking/skip-parked-event');
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({
      kind: 'document',
      key: 'MCP/2019/36',
      eventId: parked.event.id,
      stream: 'scorecard-36.73-mcp-2019',
      revision: '3',
      type: 'ScoreAmended',
      position: '48211/48190',
      reason: 'recorded twice',
    });
  });

  it.each(['idempotency.key-reused', 'projection.already-skipped'])(
    'takes %s for what it is: the same decision, recorded before',
    async (code) => {
      answers = [[409, { code }]];
      await expect(client().skip(parked, 'recorded twice')).resolves.toEqual({
        repeated: true,
        position: null,
      });
    },
  );
});
