import { startEmbeddedReadStore } from '../../../libs/embedded-read-store/src/index';

/** Hosts a node on the directory given as argument, flushing as the next one says; prints its address. */
async function main(): Promise<void> {
  const directory = process.argv[2];
  if (directory === undefined) throw new Error('needs a directory');
  const flush = process.argv[3] === 'system' ? 'system' : 'disk';
  const node = await startEmbeddedReadStore({ directory, flush });
  process.stdout.write(`${node.connectionString}\n`);
}

void main();
