import { startEmbeddedEventStore } from '@jejak/embedded-event-store';

/** A process of its own for one node, so that a test can kill it: `node-process.ts <directory>`. */
async function main(directory: string): Promise<void> {
  const { connectionString } = await startEmbeddedEventStore({ directory });
  process.send?.(connectionString);
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  process.exitCode = 1;
  throw error;
});
