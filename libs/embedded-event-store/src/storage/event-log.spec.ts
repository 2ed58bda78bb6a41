import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Commit } from './commit';
import { DiskFull } from './disk-full';
import { EventLog } from './event-log';

let directory: string;
let log: EventLog;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'event-store-log-'));
  log = EventLog.open(directory, { mapBytes: 1_048_576 });
});
afterEach(async () => {
  await log.close();
  await rm(directory, { recursive: true });
});

/** One event of so many bytes at the end of stream "a". */
function oneOf(size: number): Commit {
  const { head } = log;
  const last = (log.stream('a')?.last ?? -1) + 1;
  const record = Buffer.alloc(size);
  record.writeUInt8(1);
  return {
    records: [{ position: head.next, record, index: { streamId: 1, revision: last } }],
    streams: new Map([['a', { id: 1, last, tombstoned: false }]]),
    metadata: new Map(),
    head: { last: head.next, next: head.next + size, nextStreamId: 2 },
  };
}

describe('EventLog', () => {
  it('writes a commit whole or not at all', async () => {
    const { head } = log;
    const record = Buffer.alloc(10);
    const broken = { position: {} as number, record };
    const commit = {
      records: [{ position: head.next, record }, broken],
      streams: new Map([['a', { id: 1, last: 0, tombstoned: false }]]),
      metadata: new Map(),
      head: { ...head, last: head.next, next: head.next + 10 },
    };
    await expect(log.commit(commit)).rejects.toThrow();
    expect(log.head).toEqual(head);
    await log.close();
    log = EventLog.open(directory);
    expect(log.head).toEqual(head);
    expect(log.stream('a')).toBeUndefined();
  });

  it('stands where it stood when the file may not grow, and takes what still fits', async () => {
    await log.commit(oneOf(100));
    const { head } = log;
    const tooLarge = await log.commit(oneOf(2_000_000)).catch((error: unknown) => error);
    expect(tooLarge).toBeInstanceOf(DiskFull);
    expect((tooLarge as Error).message).toContain(directory);
    expect(log.head).toEqual(head);
    expect(log.stream('a')?.last).toBe(0);
    expect(log.allPage({ from: 0, reverse: false, limit: 9 })).toHaveLength(1);
    await log.commit(oneOf(100));
    await log.close();
    log = EventLog.open(directory);
    expect(log.stream('a')?.last).toBe(1);
    await log.commit(oneOf(2_000_000));
    expect(log.allPage({ from: 0, reverse: false, limit: 9 })).toHaveLength(3);
  });
});
