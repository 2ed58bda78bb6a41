import { randomUUID } from 'node:crypto';
import {
  type Collection,
  type CollectionOptions,
  type Db,
  type Document,
  MongoClient,
  type MongoClientOptions,
  type MongoServerError,
} from 'mongodb';
import { type ReadStoreUnderTest, startReadStoreUnderTest } from '../read-store-under-test';

const REACHED_WITHIN_MS = 10_000;

export interface Connected {
  readonly client: MongoClient;
  /** A database of this file's own, empty at its beginning and dropped at its end. */
  readonly db: Db;
  readonly store: ReadStoreUnderTest;
  /** A collection nobody has used before. */
  collection<T extends Document = Document>(options?: CollectionOptions): Collection<T>;
  /** Runs a command on this file's database, as it stands, past the driver's helpers. */
  command(command: Document): Promise<Document>;
}

async function reach(store: ReadStoreUnderTest, options: MongoClientOptions): Promise<MongoClient> {
  const url = store.connectionString;
  const patience = { serverSelectionTimeoutMS: REACHED_WITHIN_MS };
  try {
    return await MongoClient.connect(url, { ...patience, ...options });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const address = url.replace(/\/\/[^@/]*@/u, '//');
    throw new Error(`the read store at ${address} cannot be reached: ${reason}`, { cause });
  }
}

/**
 * A client for all tests of the file: of the server at `MONGODB_URL` when that is set, else of an
 * embedded node of the file's own. A server that was promised and cannot be reached fails every
 * test: nothing is skipped and nothing stands in for it.
 */
export function useClient(options: MongoClientOptions = {}): Connected {
  // Starting the embedded node compiles its worker's sources; on a busy machine that takes seconds.
  jest.setTimeout(30_000);
  const connected = {} as { -readonly [Name in keyof Connected]: Connected[Name] };
  let collections = 0;
  connected.collection = (collectionOptions) => {
    collections += 1;
    return connected.db.collection(`c${collections}`, collectionOptions);
  };
  connected.command = (command) => connected.db.command(command);
  beforeAll(async () => {
    connected.store = await startReadStoreUnderTest();
    connected.client = await reach(connected.store, options);
    connected.db = connected.client.db(`contract-${randomUUID()}`);
  });
  afterAll(async () => {
    // Each may be missing when the one before it failed; that failure is the one to be told.
    if ('db' in connected) await connected.db.dropDatabase();
    if ('client' in connected) await connected.client.close();
    if ('store' in connected) await connected.store.stop();
  });
  return connected;
}

/**
 * For what only the embedded node is asked: its fault switch, and its refusals of what a real server
 * does. A server named by `MONGODB_URL` does more and may have no such switch.
 */
export const describeEmbedded = process.env['MONGODB_URL'] ? describe.skip : describe;

/** What an attempt was refused with; fails when it was not refused. */
export async function refusal(attempt: Promise<unknown>): Promise<MongoServerError> {
  try {
    await attempt;
  } catch (error) {
    return error as MongoServerError;
  }
  throw new Error('expected a refusal');
}

/** The code an attempt was refused with; fails when it was not refused. */
export const codeOf = async (attempt: Promise<unknown>): Promise<number | string | undefined> =>
  (await refusal(attempt)).code;

/** 0, 1, 2, ... count - 1 */
export const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
