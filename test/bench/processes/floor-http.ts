import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { spent } from '../measure';
import { serve } from './serve';

/** The floor of an answer over HTTP: as many bytes as the path says, which are there already. */
async function floorHttp() {
  const bodies = new Map<number, Buffer>();
  const server = createServer(({ url }, response) => {
    const bytes = Number(url?.slice(1) ?? 0);
    const body = bodies.get(bytes) ?? Buffer.alloc(bytes, '0');
    bodies.set(bytes, body);
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { methods: { spent, url: () => `http://127.0.0.1:${port}` }, stop };
}

export type FloorSide = Awaited<ReturnType<typeof floorHttp>>['methods'];

serve(floorHttp);
