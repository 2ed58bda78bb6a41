import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventLog } from '../storage/event-log';
import { type WriteRequest } from './write-request';
import { Writer } from './writer';

let directory: string;
let log: EventLog;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'event-store-writer-'));
  log = EventLog.open(directory);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await log.close();
  await rm(directory, { recursive: true });
});

function append(stream: string, n: number): WriteRequest {
  const event = {
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    type: 'Noted',
    contentType: 'application/json',
    data: Buffer.from('{}'),
    metadata: Buffer.alloc(0),
  };
  return { kind: 'append', target: { stream, expected: 'any' }, events: [event] };
}

function newWriter(failed: (error: Error) => void = () => undefined): Writer {
  return new Writer(log, { committed: () => undefined, failed });
}

describe('Writer', () => {
  it('puts what waits into one commit and answers each in order', async () => {
    const commit = jest.spyOn(log, 'commit');
    const writer = newWriter();
    const outcomes = await Promise.all([0, 1, 2].map((n) => writer.submit(append('a', n))));
    expect(outcomes.map((outcome) => outcome.kind === 'success' && outcome.revision)).toEqual([
      0, 1, 2,
    ]);
    expect(commit).toHaveBeenCalledTimes(1);
  });

  it('answers nothing before the commit is durable', async () => {
    let finish: (() => void) | undefined;
    const durable = new Promise<void>((resolve) => (finish = resolve));
    jest.spyOn(log, 'commit').mockReturnValue(durable);
    const answered = jest.fn();
    const submitted = newWriter().submit(append('a', 0)).then(answered);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(answered).not.toHaveBeenCalled();
    finish?.();
    await submitted;
    expect(answered).toHaveBeenCalledTimes(1);
  });

  it('takes nothing more after a commit has failed, and says so once', async () => {
    const full = new Error('no space left on device');
    jest.spyOn(log, 'commit').mockRejectedValueOnce(full);
    const failed = jest.fn();
    const writer = newWriter(failed);
    const results = await Promise.allSettled([0, 1].map((n) => writer.submit(append('a', n))));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(writer.submit(append('b', 2))).rejects.toBe(full);
    await writer.drained();
    expect(failed.mock.calls).toEqual([[full]]);
    expect(log.stream('a')).toBeUndefined();
  });

  it('is drained of what was submitted so far, whatever still comes in', async () => {
    const writer = newWriter();
    const first = writer.submit(append('a', 0));
    let stopped = false;
    let n = 0;
    const keepSubmitting = (): void => {
      if (stopped) return;
      n += 1;
      void writer.submit(append('a', n));
      setImmediate(keepSubmitting);
    };
    keepSubmitting();
    const timer = setTimeout(() => (stopped = true), 1_000);
    await writer.drained();
    expect(stopped).toBe(false);
    stopped = true;
    clearTimeout(timer);
    await expect(first).resolves.toMatchObject({ kind: 'success', revision: 0 });
    await writer.drained();
    expect(log.stream('a')?.last).toBe(n);
  });

  it('judges a request by those before it in the same commit', async () => {
    const writer = newWriter();
    const again = append('a', 0);
    const [first, repeated] = await Promise.all([writer.submit(again), writer.submit(again)]);
    expect(repeated).toEqual(first);
  });
});

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
});
