import { startEmbeddedReadStore } from '@jejak/embedded-read-store';

/** A process of its own for one node, so that a test can kill it: `node-process.ts <directory>`. */
async function main(directory: string): Promise<void> {
  const { connectionString } = await startEmbeddedReadStore({ directory });
  process.send?.(connectionString);
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  process.exitCode = 1;
  throw error;
});
