import { BSON } from 'bson';
import { open, type RootDatabase } from 'lmdb';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentIn } from '../bson/value';
import { Store } from '../storage/store';
import { verifyDirectory } from './verify-directory';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'read-store-verify-'));
});
afterEach(() => rm(directory, { recursive: true }));

const document = (fields: object) => documentIn(Buffer.from(BSON.serialize(fields)));

/** Three documents in one collection with an index on an array and a unique one. */
async function fill(): Promise<void> {
  const store = new Store(directory, (error) => {
    throw error;
  });
  await store.write(async (transaction) => {
    const collection = transaction.findOrCreate('d', 'c');
    for (const [name, unique] of [
      ['tags', false],
      ['n', true],
    ] as const) {
      const index = { key: [[name, 1] as const], name, unique, sparse: false };
      const id = transaction.catalogue.nextId();
      const record = { ...index, id, multikey: false, truncated: false };
      await collection.build(record, () => Promise.resolve());
      transaction.catalogue.addIndex(collection.record, record);
    }
    for (const _id of [1, 2, 3]) collection.insert(document({ _id, n: _id, tags: ['a', 'b'] }));
  });
  await store.close();
}

async function change(work: (database: RootDatabase<Buffer, Buffer>) => void): Promise<void> {
  const database = open<Buffer, Buffer>({
    path: join(directory, 'read-store.lmdb'),
    encoding: 'binary',
    keyEncoding: 'binary',
    noSubdir: true,
  });
  database.transactionSync(() => {
    work(database);
  });
  await database.close();
}

const keysOf = (database: RootDatabase<Buffer, Buffer>, kind: number): Buffer[] =>
  Array.from(database.getKeys({ start: Buffer.from([kind]), end: Buffer.from([kind + 1]) }));

const faultOf = async (): Promise<string | null> => (await verifyDirectory(directory)).fault;

describe('verifyDirectory', () => {
  it('counts what is there when all is well', async () => {
    await fill();
    expect(await verifyDirectory(directory)).toEqual({
      collections: 1,
      documents: 3,
      entries: 9,
      fault: null,
    });
  });

  it('names the document and the index of an entry that is missing', async () => {
    await fill();
    await change((database) => void database.removeSync(keysOf(database, 3)[2] ?? Buffer.alloc(1)));
    expect(await faultOf()).toMatch(/^d\.c, _id \d, index tags: an entry is missing$/);
  });

  it('names the index of an entry whose document is gone', async () => {
    await fill();
    await change((database) => void database.removeSync(keysOf(database, 2)[1] ?? Buffer.alloc(1)));
    expect(await faultOf()).toMatch(
      /^d\.c, index tags: an entry names a document that is not there/,
    );
  });

  it('finds a count that is not that of the documents', async () => {
    await fill();
    await change((database) => void database.removeSync(keysOf(database, 4)[0] ?? Buffer.alloc(1)));
    expect(await faultOf()).toBe('d.c: 3 documents, 0 are counted');
  });

  it('finds an entry that no document has', async () => {
    await fill();
    await change((database) => {
      const [, key = Buffer.alloc(1)] = keysOf(database, 3);
      const other = Buffer.from(key);
      other.writeUInt8(other.readUInt8(7) ^ 1, 7);
      database.putSync(other, database.getBinary(key) ?? Buffer.alloc(0));
    });
    expect(await faultOf()).toBe('d.c, index tags: 7 entries, the documents have 6');
  });

  it('finds a document that lies under the key of another, or cannot be read', async () => {
    await fill();
    await change((database) => {
      const [first = Buffer.alloc(1), second = Buffer.alloc(1)] = keysOf(database, 2);
      database.putSync(first, database.getBinary(second) ?? Buffer.alloc(0));
    });
    expect(await faultOf()).toBe('d.c, _id 2: it lies under another key');
    await change((database) => {
      database.putSync(keysOf(database, 2)[0] ?? Buffer.alloc(1), Buffer.from([9, 0, 0, 0, 1]));
    });
    expect(await faultOf()).toContain('it cannot be read');
  });

  it('finds what belongs to nobody', async () => {
    await fill();
    await change((database) => {
      database.putSync(Buffer.from([2, 0, 0, 0, 99, 1]), Buffer.from('x'));
    });
    expect(await faultOf()).toBe('documents of collection number 99 belong to nobody');
  });
});
