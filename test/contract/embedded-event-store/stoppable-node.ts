import { startEmbeddedEventStore } from '@jejak/embedded-event-store';

/**
 * A process of its own for one node, which a test stops with SIGTERM:
 * `stoppable-node.ts <directory> <port or path of a socket>`.
 */
async function main(directory: string, place: string): Promise<void> {
  const where = /^\d+$/.test(place) ? { port: Number(place) } : { port: null, unixSocket: place };
  const node = await startEmbeddedEventStore({ directory, ...where });
  process.once('SIGTERM', () => {
    // Whether the process then ends by itself shows that nothing was left open.
    void node.stop().then(() => {
      process.disconnect();
    });
  });
  process.send?.({ connectionString: node.connectionString, port: node.port });
}

main(process.argv[2] ?? '', process.argv[3] ?? '0').catch((error: unknown) => {
  process.exitCode = 1;
  throw error;
});
