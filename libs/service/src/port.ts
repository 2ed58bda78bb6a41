import { createServer } from 'node:net';

/** The address the service should listen on is taken. */
export class PortBusy extends Error {
  override readonly name = 'PortBusy';
  readonly code = 'start.port-busy';
  constructor(
    readonly host: string,
    readonly port: number,
  ) {
    super(
      `Port ${port} on ${host} is in use. Stop what is using it, or choose another with JEJAK_PORT (jejak start: --port).`,
    );
  }
}

/** Resolves when the port can be listened on; asked before any store is touched. @throws PortBusy */
export function assertPortFree(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortBusy(host, port) : error);
    });
    probe.listen({ host, port, exclusive: true }, () => {
      probe.close(() => {
        resolve();
      });
    });
  });
}
