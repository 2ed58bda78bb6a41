import { join } from 'node:path';
import { open, type Database, type RootDatabase } from 'lmdb';
import { prepareDataFile } from './data-file';

/** The maps of one data directory; the README says what each holds. */
export interface EventMaps {
  readonly root: RootDatabase<Buffer, Buffer>;
  readonly log: Database<Buffer, number>;
  /** The log again, for reading only: what it gives is overwritten by the next reading of any map. */
  readonly logInPlace: Database<Buffer, number>;
  readonly index: Database<Buffer, Buffer>;
  readonly streams: Database<Buffer, Buffer>;
  readonly counters: Database<Buffer, string>;
}

export interface EnvironmentOptions {
  /** Nothing is created or changed; a node may be writing meanwhile. */
  readonly readOnly?: boolean;
}

export const DATA_FILE = 'events.lmdb';
/** Address space, not memory or disk, and no limit: where it is not enough LMDB maps more. */
const MAP_BYTES = 64 * 2 ** 30;

/**
 * Throws what the system or LMDB says when the file cannot be opened, or an error that names the
 * map it does not have; see `data-file.ts` for one that is none of LMDB's.
 */
export function openMaps(
  directory: string,
  { readOnly = false }: EnvironmentOptions = {},
): EventMaps {
  const path = join(directory, DATA_FILE);
  prepareDataFile(path, readOnly);
  const root = open<Buffer, Buffer>({
    path,
    encoding: 'binary',
    keyEncoding: 'binary',
    pageSize: 8_192,
    mapSize: MAP_BYTES,
    maxDbs: 8,
    readOnly,
    // With overlapping sync a commit would be acknowledged before it is on the disk.
    overlappingSync: false,
    // A commit is one transaction already. Batches have a promise of their own that nobody holds:
    // the rejection of a failed commit would end the process.
    eventTurnBatching: false,
  });
  const bytes = { encoding: 'binary', keyEncoding: 'binary' } as const;
  const ordered = { encoding: 'binary', keyEncoding: 'ordered-binary' } as const;
  const inPlace = {
    keyEncoding: 'ordered-binary',
    encoder: { encode: itself, decode: view },
  } as const;
  return {
    root,
    log: present('log', root.openDB<Buffer, number>('log', ordered)),
    logInPlace: present('log', root.openDB<Buffer, number>('log', inPlace)),
    index: present('index', root.openDB<Buffer, Buffer>('index', bytes)),
    streams: present('streams', root.openDB<Buffer, Buffer>('streams', bytes)),
    counters: present('counters', root.openDB<Buffer, string>('counters', ordered)),
  };
}

const itself = (bytes: Buffer): Buffer => bytes;

/** Without a copy: buffers outside of the heap are what a scan would spend most of its time on. */
const view = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

/** Opened for reading, a map that is missing comes back as undefined whatever its type says. */
function present<Map>(name: string, map: Map | undefined): Map {
  if (map === undefined) throw new Error(`${DATA_FILE} has no map "${name}"`);
  return map;
}

export function entriesOf(map: { getStats(): object }): number {
  const stats = map.getStats();
  return 'entryCount' in stats ? Number(stats.entryCount) : 0;
}
