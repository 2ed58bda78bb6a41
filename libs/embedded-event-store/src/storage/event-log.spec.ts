import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Commit } from './commit';
import { DiskFull } from '@jejak/embedded-node';
import { type EventMaps } from './environment';
import { EventLog } from './event-log';

let directory: string;
let log: EventLog;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'event-store-log-'));
  log = EventLog.open(directory);
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

/** As lmdb-js rejects a commit: the cause is behind a promise. */
function failNext(code: number, message: string): void {
  const { root } = (log as unknown as { maps: EventMaps }).maps;
  const commitError = Promise.reject(Object.assign(new Error(message), { code }));
  const error = Object.assign(new Error('Commit failed (see commitError for details)'), {
    commitError,
  });
  jest.spyOn(root, 'childTransaction').mockRejectedValueOnce(error);
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

  it('stands where it stood when there is no room for a commit, and takes the next', async () => {
    await log.commit(oneOf(100));
    const { head } = log;
    failNext(28, 'No space left on device');
    const full = await log.commit(oneOf(200)).catch((error: unknown) => error);
    expect(full).toBeInstanceOf(DiskFull);
    expect((full as Error).message).toContain(directory);
    expect(log.head).toEqual(head);
    expect(log.stream('a')?.last).toBe(0);
    const positions: number[] = [];
    log.walkAll({ from: 0, reverse: false }, (position) => positions.push(position) > 0);
    expect(positions).toHaveLength(1);
    await log.commit(oneOf(300));
    expect(log.stream('a')?.last).toBe(1);
  });

  it('tells every other failure from a full disk', async () => {
    failNext(5, 'Input/output error');
    const failed = await log.commit(oneOf(100)).catch((error: unknown) => error);
    expect(failed).not.toBeInstanceOf(DiskFull);
    expect(failed).toMatchObject({
      code: 'commit-failed',
      message: `a commit to the event log in ${directory} failed: Input/output error`,
    });
  });
});
