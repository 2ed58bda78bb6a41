import type { Db } from 'mongodb';

/** The clock of the server that takes the writes, as it answered. */
export async function serverTime(db: Db): Promise<Date> {
  const hello = await db.command({ hello: 1 }, { readPreference: 'primary' });
  const time: unknown = hello['localTime'];
  if (!(time instanceof Date))
    throw new TypeError('The MongoDB server did not say what time it is');
  return time;
}
