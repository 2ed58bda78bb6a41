import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

import { createJejakClient } from './jejak-client';
import { RequestRefused, ServiceUnreachable } from './request';

const command = { path: '/v1/pacts/x/sign', key: 'k-1', as: 'operator', body: { a: 1 } } as const;

const answer: RequestListener = (_, reply) => {
  reply.writeHead(201, { 'idempotency-replayed': 'true' });
  reply.end('{"stream":"pact-x","revision":"3","position":"9/9"}');
};

describe('the client', () => {
  let server: Server;
  let url: string;
  let listener: RequestListener;

  beforeAll(async () => {
    server = createServer((request, reply) => {
      listener(request, reply);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  const client = () =>
    createJejakClient({ url, tokenFor: (as) => Promise.resolve(`token-of-${as}`), tries: 3 });

  it('repeats a command under its own key while the service is away or says 503', async () => {
    const seen: unknown[] = [];
    listener = (request, reply) => {
      seen.push(request.headers['idempotency-key']);
      if (seen.length === 1) request.socket.destroy();
      else if (seen.length === 2) reply.writeHead(503).end();
      else answer(request, reply);
    };
    await expect(client().send(command)).resolves.toMatchObject({
      kind: 'recorded',
      repeated: true,
      position: '9/9',
    });
    expect(seen).toEqual(['k-1', 'k-1', 'k-1']);
  });

  it('gives up after its tries and says that nobody answered', async () => {
    listener = (request) => request.socket.destroy();
    await expect(client().send(command)).rejects.toThrow(ServiceUnreachable);
  });

  it('does not repeat a refusal and hands it over as a value', async () => {
    let tries = 0;
    listener = (_, reply) => {
      tries += 1;
      reply.writeHead(409).end('{"code":"pact.already-signed","title":"Already signed"}');
    };
    await expect(client().send(command)).resolves.toEqual({
      kind: 'refused',
      problem: { status: 409, code: 'pact.already-signed', title: 'Already signed' },
    });
    expect(tries).toBe(1);
  });

  it('throws the problem of a query, even where the answer is no problem document', async () => {
    listener = (_, reply) => reply.writeHead(404, 'Not Found').end('<html>');
    const refused = client().get('/v1/rankings');
    await expect(refused).rejects.toThrow(RequestRefused);
    await expect(refused).rejects.toThrow('was not a problem document');
  });

  it('sends only the query parameters that are given, and the position to wait for', async () => {
    let asked = '';
    listener = (request, reply) => {
      asked = `${request.url ?? ''} after ${String(request.headers['jejak-after'])}`;
      reply.end('{}');
    };
    await client().get('/v1/rankings', { year: '2019', status: undefined }, '5/5');
    expect(asked).toBe('/v1/rankings?year=2019 after 5/5');
  });
});
