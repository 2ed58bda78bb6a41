import { startEmbeddedReadStore } from '../../../libs/embedded-read-store/src/index';

/** Hosts a node on the directory given as argument and prints its connection string. */
async function main(): Promise<void> {
  const directory = process.argv[2];
  if (directory === undefined) throw new Error('needs a directory');
  const node = await startEmbeddedReadStore({ directory });
  process.stdout.write(`${node.connectionString}\n`);
}

void main();
