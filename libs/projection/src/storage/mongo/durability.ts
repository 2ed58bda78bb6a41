import { MongoServerSelectionError, type Db, type Document } from 'mongodb';

import type { Collections } from './collections';

/** Of none of the servers it was given does the driver know anything. */
const findsNobody = (error: unknown): boolean =>
  error instanceof MongoServerSelectionError &&
  [...(error.reason?.servers.values() ?? [])].every(({ type }) => type === 'Unknown');

/**
 * Connects first: a client whose very first connection failed answers nothing any more until it is
 * told to. One that finds nobody, for as long as it looks for a server, is closed to be connected
 * anew: in driver 7.9 what watches a server can wait for ever on a connection that ended just as it
 * was used, and then no server is ever found again although it answers everybody else.
 */
async function hello(db: Db): Promise<Document> {
  await db.client.connect();
  try {
    return await db.command({ hello: 1 }, { readPreference: 'primary' });
  } catch (error) {
    if (findsNobody(error)) await db.client.close();
    throw error;
  }
}

/** Throws an error that says what to change when an acknowledged write could still be lost. */
export async function assertDurable({ db, checkpoints }: Collections): Promise<void> {
  for (const concern of [db.writeConcern, checkpoints.writeConcern]) {
    if (concern?.w === 0) {
      throw new Error(
        'MongoDB is told not to acknowledge writes: take w=0 out of the connection string',
      );
    }
    if (concern?.journal === false) {
      throw new Error(
        'MongoDB is told to acknowledge writes before they are on disk: take journal=false out of the connection string',
      );
    }
  }
  if (checkpoints.writeConcern?.w !== 'majority') {
    throw new Error('Views and checkpoints must be acknowledged by a majority of the servers');
  }
  const { isWritablePrimary } = await hello(db);
  if (isWritablePrimary !== true) {
    throw new Error('The MongoDB server that answers does not take writes');
  }
}
