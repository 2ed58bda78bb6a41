import { startEmbeddedEventStore, verifyEventStore } from '@jejak/embedded-event-store';
import type { AppendResult, EventStoreDBClient } from '@eventstore/db-client';
import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { collect, newStream, noted, notedUpTo, rejection } from '../event-store/server/support';
import { useDirectory, withNode } from './own-node';

// Starting compiles the worker's sources; on a busy machine that takes seconds.
jest.setTimeout(60_000);

const directory = useDirectory();
const using = <T>(work: (client: EventStoreDBClient) => Promise<T>): Promise<T> =>
  withNode(directory.path, work);

// Damage to each map, and how it is named, is shown beside the code.
describe('verifying a data directory', () => {
  it('finds nothing wrong with what a node writes, while it writes and after', async () => {
    await using(async (client) => {
      const [kept, deleted, tombstoned] = [newStream(), newStream(), newStream('é'.repeat(900))];
      for (const stream of [kept, deleted, tombstoned]) {
        await client.appendToStream(stream, notedUpTo(20));
      }
      await client.setStreamMetadata(kept, { maxCount: 5 });
      await client.deleteStream(deleted);
      await client.appendToStream(deleted, noted(20));
      await client.tombstoneStream(tombstoned);
      const over = new AbortController();
      const writing = (async () => {
        while (!over.signal.aborted) await client.appendToStream(newStream(), notedUpTo(3));
      })();
      for (let n = 0; n < 2; n++) {
        expect(await verifyEventStore({ directory: directory.path })).toMatchObject({
          fault: null,
        });
      }
      over.abort();
      await writing;
      const { length: events } = await collect(client.readAll());
      expect(await verifyEventStore({ directory: directory.path })).toMatchObject({
        events,
        fault: null,
      });
    });
    const progress: number[] = [];
    const onProgress = (done: number, total: number) => progress.push(done / total);
    expect((await verifyEventStore({ directory: directory.path, onProgress })).fault).toBeNull();
    expect(progress.at(-1)).toBe(1);
  });

  it('names the event of which a byte has changed in the file', async () => {
    const stream = newStream();
    const { position } = await using(async (client): Promise<AppendResult> => {
      await client.appendToStream(stream, notedUpTo(5));
      return client.appendToStream(stream, noted(47_114_711));
    });
    const file = join(directory.path, 'events.lmdb');
    const bytes = await readFile(file);
    // Pages that were freed may still hold an older copy of it.
    for (let at = bytes.indexOf('47114711'); at !== -1; at = bytes.indexOf('47114711', at + 1)) {
      bytes[at] = '9'.charCodeAt(0);
    }
    await writeFile(file, bytes);
    const { fault } = await verifyEventStore({ directory: directory.path });
    expect(fault).toContain(`position ${position?.commit}, stream "${stream}", revision 5`);
    expect(fault).toContain('checksum');
  });

  it('notices an older log in the place of the newer one, and so does a node that starts', async () => {
    const file = join(directory.path, 'events.lmdb');
    const first = await using((client) => client.appendToStream(newStream(), notedUpTo(5)));
    const older = await readFile(file);
    const second = await using((client) => client.appendToStream(newStream(), notedUpTo(5)));
    await writeFile(file, older);

    const { fault } = await verifyEventStore({ directory: directory.path });
    const [was, had] = [first, second].map(({ position }) => String(position?.commit));
    expect(fault).toBe(`position ${was}: the log ends here, and had gone to position ${had}`);
    const error = await rejection(startEmbeddedEventStore({ directory: directory.path }));
    expect(error).toMatchObject({ code: 'log-cut-short' });
    expect(error.message).toContain(`ends at position ${was}, and had gone to ${had}`);

    await rm(join(directory.path, 'events.end'));
    await using((client) => client.appendToStream(newStream(), noted(0)));
    expect((await verifyEventStore({ directory: directory.path })).fault).toBeNull();
  });

  it('says that a file cut short cannot be read, and survives it', async () => {
    await using((client) => client.appendToStream(newStream(), notedUpTo(500)));
    const file = join(directory.path, 'events.lmdb');
    await truncate(file, 24_576);
    const { fault } = await verifyEventStore({ directory: directory.path });
    expect(fault).toContain('cannot be');
  });

  it('refuses a directory without an event store, and makes none', async () => {
    const error = await rejection(verifyEventStore({ directory: directory.path }));
    expect(error).toMatchObject({ code: 'ENOENT' });
  });
});
