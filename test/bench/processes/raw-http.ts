import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { ANY, EventStoreDBClient } from '@eventstore/db-client';

import { spent } from '../measure';
import { rawEvent } from '../raw-event';
import { serve } from './serve';

/** The floor of a command over HTTP: reads the body, parses it, appends it as it is. No checks. */
async function rawHttp({ connectionString }: { readonly connectionString: string }) {
  const client = EventStoreDBClient.connectionString(connectionString);

  const append = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const data = JSON.parse(Buffer.concat(chunks).toString()) as object;
    const [, , , region = '', , year = ''] = (request.url ?? '').split('/');
    const stream = `scorecard-${region}-raw-${year}`;
    const event = rawEvent('IndicatorScored', data);
    const options = { expectedRevision: ANY, deadline: 10_000 } as const;
    const { nextExpectedRevision } = await client.appendToStream(stream, event, options);
    const said = JSON.stringify({ stream, revision: String(nextExpectedRevision), id: event.id });
    response.writeHead(201, { 'content-type': 'application/json' }).end(said);
  };
  const server = createServer((request, response) => {
    append(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const methods = {
    spent,
    url: () => `http://127.0.0.1:${port}`,
    token: () => 'none-is-looked-at',
  };
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await client.dispose();
  };
  return { methods, stop };
}

export type HttpSide = Awaited<ReturnType<typeof rawHttp>>['methods'];

serve(rawHttp);
