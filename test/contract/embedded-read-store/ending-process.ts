import { startEmbeddedReadStore } from '@jejak/embedded-read-store';
import { MongoClient } from 'mongodb';
import { setTimeout as sleep } from 'node:timers/promises';
import { fill } from './own-node';

/** Ends itself in the middle of a write of its node: `ending-process.ts <directory> exit|throw`. */
async function main(directory = '', how = ''): Promise<void> {
  const { connectionString } = await startEmbeddedReadStore({ directory });
  const client = await MongoClient.connect(connectionString);
  await fill(client, 40_000);
  void client
    .db('d')
    .collection('c')
    .updateMany({}, { $set: { mark: 1 } });
  await sleep(100);
  if (how === 'exit') process.exit(7);
  throw new Error('on purpose');
}

process.once('unhandledRejection', (error) => {
  throw error;
});
void main(process.argv[2], process.argv[3]);
