import {
  backupEventStore,
  startEmbeddedEventStore,
  verifyEventStore,
  type EmbeddedEventStore,
} from '@jejak/embedded-event-store';
import { EventStoreDBClient, type AllStreamResolvedEvent } from '@eventstore/db-client';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChildNode, type ChildNode } from './child-node';
import { collect, newStream, noted, notedUpTo, rejection } from '../event-store/server/support';

// Starting compiles the worker's sources; on a busy machine that takes seconds.
jest.setTimeout(60_000);

let parent: string;
let directory: string;
let destination: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'event-store-backup-'));
  directory = join(parent, 'events');
  destination = join(parent, 'copy');
});
afterEach(() => rm(parent, { recursive: true, force: true }));

async function using<T>(
  at: string,
  work: (client: EventStoreDBClient, node: EmbeddedEventStore) => Promise<T>,
): Promise<T> {
  const node = await startEmbeddedEventStore({ directory: at });
  const client = EventStoreDBClient.connectionString(node.connectionString);
  try {
    return await work(client, node);
  } finally {
    await client.dispose();
    await node.stop();
  }
}

const idsOf = (events: readonly AllStreamResolvedEvent[]) => events.map(({ event }) => event?.id);

describe('a backup of a node at work in another process', () => {
  let child: ChildNode | undefined;
  afterEach(() => child?.kill());

  it('is a prefix of the log, with everything acknowledged before it began, and a data directory', async () => {
    child = await startChildNode(directory);
    const client = EventStoreDBClient.connectionString(child.connectionString);
    const acknowledged: string[] = [];
    let isOver = false;
    const writer = async (): Promise<void> => {
      const stream = newStream();
      while (!isOver) {
        const events = notedUpTo(5);
        await client.appendToStream(stream, events);
        acknowledged.push(...events.map(({ id }) => id));
      }
    };
    const writing = Promise.all(Array.from({ length: 16 }, writer));
    const copies: { known: string[]; at: string; position: number; events: number }[] = [];
    for (let n = 0; n < 5; n++) {
      const enough = acknowledged.length + 50;
      while (acknowledged.length < enough) await new Promise((resolve) => setTimeout(resolve, 5));
      const at = `${destination}-${n}`;
      const known = [...acknowledged];
      const backup = await backupEventStore({ directory, destination: at });
      copies.push({ known, at, ...backup });
    }
    isOver = true;
    await writing;
    const log = await collect(client.readAll());
    await client.dispose();

    for (const { known, at, events, position } of copies) {
      expect((await readdir(at)).sort()).toEqual(['events.end', 'events.lmdb']);
      expect(Number(log[events - 1]?.event?.position.commit)).toBe(position);
      const inCopy = new Set(idsOf(log.slice(0, events)));
      expect(known.filter((id) => !inCopy.has(id))).toEqual([]);
    }
    const { at, events } = copies.at(-1)!;
    expect(await verifyEventStore({ directory: at })).toMatchObject({ events, fault: null });
    await using(at, async (copy) => {
      expect(idsOf(await collect(copy.readAll()))).toEqual(idsOf(log.slice(0, events)));
      const stream = log[0]!.event!.streamId;
      const { length } = await collect(copy.readStream(stream));
      const next = await copy.appendToStream(stream, noted(0));
      expect(next.nextExpectedRevision).toBe(BigInt(length));
    });
  });
});

describe('a backup', () => {
  it('is taken of a directory at rest and of a node in this process, empty or not', async () => {
    const progress: number[] = [];
    const onProgress = (done: number, total: number) => progress.push(done / total);
    await using(directory, async (client) => {
      const empty = await backupEventStore({ directory, destination, onProgress });
      expect(empty.events).toBe(1);
      const { position } = await client.appendToStream(newStream(), notedUpTo(3));
      const three = await backupEventStore({ directory, destination: `${destination}-2` });
      expect(three).toMatchObject({ events: 4, position: Number(position?.commit) });
      await client.appendToStream(newStream(), noted(0));
    });
    expect(progress.at(-1)).toBe(1);
    const atRest = await backupEventStore({ directory, destination: `${destination}-3` });
    expect(atRest.events).toBe(5);
    expect(await verifyEventStore({ directory: `${destination}-3` })).toMatchObject({
      events: 5,
      fault: null,
    });
  });

  it('replaces nothing unasked, nor a directory that a node uses', async () => {
    await using(directory, () => Promise.resolve());
    await mkdir(destination);
    await writeFile(join(destination, 'notes'), 'keep');
    const refused = await rejection(backupEventStore({ directory, destination }));
    expect(refused).toMatchObject({ code: 'destination-exists' });
    expect(await readdir(destination)).toEqual(['notes']);
    await rm(destination, { recursive: true });
    for (const overwrite of [false, true]) {
      await backupEventStore({ directory, destination, overwrite });
      expect((await readdir(destination)).sort()).toEqual(['events.end', 'events.lmdb']);
    }
    await using(destination, async () => {
      const locked = backupEventStore({ directory, destination, overwrite: true });
      expect(await rejection(locked)).toMatchObject({ code: 'directory-locked' });
    });
    expect((await readdir(parent)).sort()).toEqual(['copy', 'events']);
  });

  it('deletes nothing that no event store has written, least of all what it copies', async () => {
    await using(directory, () => Promise.resolve());
    await mkdir(destination);
    await writeFile(join(destination, 'notes'), 'keep');
    await writeFile(join(parent, 'file'), 'keep');
    for (const place of [destination, parent, directory, join(parent, 'file')]) {
      const refused = backupEventStore({ directory, destination: place, overwrite: true });
      expect(await rejection(refused)).toMatchObject({ code: 'destination-unusable' });
    }
    expect(await readdir(destination)).toEqual(['notes']);
    expect((await readdir(parent)).sort()).toEqual(['copy', 'events', 'file']);
    expect((await verifyEventStore({ directory })).fault).toBeNull();
  });

  it('leaves nothing behind where there is nothing to copy', async () => {
    const error = await rejection(backupEventStore({ directory, destination }));
    expect(error).toMatchObject({ code: 'ENOENT' });
    expect(await readdir(parent)).toEqual([]);
  });
});
