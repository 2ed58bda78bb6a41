import { type EventStore } from '@jejak/event-store';
import { type PartHealth } from '@jejak/http';
import { type Db } from 'mongodb';

/** Milliseconds a store may take to answer; below the patience of whoever asks for readiness. */
const patience = 2_000;

/** Ready when the event store answers a read now. */
export const eventStoreHealth = (eventStore: Pick<EventStore, 'head'>): Promise<PartHealth> =>
  healthAfter(eventStore.head());

/**
 * Ready when the read store answers a ping now. Connects first: a client whose very first connection
 * failed answers nothing any more until it is told to.
 */
export const readStoreHealth = (database: Db): Promise<PartHealth> =>
  healthAfter(
    database.client.connect().then(() => database.command({ ping: 1 }, { timeoutMS: patience })),
  );

/** Ready when the question is answered in time; else not, with the reason in words. */
export async function healthAfter(
  question: Promise<unknown>,
  milliseconds = patience,
): Promise<PartHealth> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const give = (): void => {
      reject(new Error(`No answer within ${milliseconds} ms`));
    };
    timer = setTimeout(give, milliseconds);
  });
  try {
    await Promise.race([question, late]);
    return { ready: true };
  } catch (error) {
    return { ready: false, error: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}
