import type { Collections } from './collections';

/**
 * Throws an error that says what to change when an acknowledged write could still be lost. Connects
 * first: a client whose very first connection failed answers nothing any more until it is told to.
 */
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
  await db.client.connect();
  const hello = await db.command({ hello: 1 }, { readPreference: 'primary' });
  if (hello['isWritablePrimary'] !== true) {
    throw new Error('The MongoDB server that answers does not take writes');
  }
}
