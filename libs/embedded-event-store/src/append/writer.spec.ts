import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DiskFull } from '@jejak/embedded-node';
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

  it('waits a moment for callers that come back, so that they share the next commit', async () => {
    const [callers, rounds] = [16, 10];
    const commit = jest.spyOn(log, 'commit').mockImplementation(() => sleep(20));
    const writer = newWriter();
    const caller = async (n: number): Promise<void> => {
      for (let round = 0; round < rounds; round++) {
        await writer.submit(append(`a-${n}`, round));
        // No two need the same time.
        await sleep(n % 4);
      }
    };
    await Promise.all(Array.from({ length: callers }, (_, n) => caller(n)));
    // Without, they would fall into two halves that take turns.
    expect(commit.mock.calls.length).toBeLessThan(rounds * 1.5);
  });

  it('lets a few callers wait for nobody', async () => {
    const timer = jest.spyOn(global, 'setTimeout');
    const writer = newWriter();
    for (let n = 0; n < 5; n++) {
      await Promise.all([1, 2, 3].map((m) => writer.submit(append(`a-${m}`, n))));
    }
    expect(timer).not.toHaveBeenCalled();
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
    const broken = new Error('input/output error');
    jest.spyOn(log, 'commit').mockRejectedValueOnce(broken);
    const failed = jest.fn();
    const writer = newWriter(failed);
    const results = await Promise.allSettled([0, 1].map((n) => writer.submit(append('a', n))));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(writer.submit(append('b', 2))).rejects.toBe(broken);
    await writer.drained();
    expect(failed.mock.calls).toEqual([[broken]]);
    expect(log.stream('a')).toBeUndefined();
  });

  it('refuses what there is no room for, answers what needs none, and forgets the rest', async () => {
    const failed = jest.fn();
    const writer = newWriter(failed);
    const kept = await writer.submit(append('a', 0));
    const { head } = log;
    jest.spyOn(log, 'commit').mockRejectedValueOnce(new DiskFull('the disk is full'));
    const wrong = { ...append('a', 2), target: { stream: 'a', expected: 7n } } as const;
    const group = [append('a', 1), append('a', 0), append('a', 1), wrong, append('b', 3)];
    expect(await Promise.all(group.map((request) => writer.submit(request)))).toEqual([
      { kind: 'disk-full', message: 'the disk is full' },
      kept,
      { kind: 'disk-full', message: 'the disk is full' },
      { kind: 'wrong', current: 0, expected: 7n },
      { kind: 'disk-full', message: 'the disk is full' },
    ]);
    expect(failed).not.toHaveBeenCalled();
    expect(log.head).toEqual(head);
    expect([log.stream('a')?.last, log.stream('b')]).toEqual([0, undefined]);
    // The id that was refused is no repetition now.
    expect(await writer.submit(append('a', 1))).toMatchObject({ kind: 'success', revision: 1 });
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

  it('knows an id in each stream that records it, within a commit and after', async () => {
    const writer = newWriter();
    const both = [append('a', 0), append('b', 0)];
    const inOneCommit = await Promise.all([...both, ...both].map((one) => writer.submit(one)));
    const later = await Promise.all(both.map((one) => writer.submit(one)));
    for (const outcome of [...inOneCommit, ...later]) {
      expect(outcome).toMatchObject({ kind: 'success', revision: 0 });
    }
    expect(['a', 'b'].map((stream) => log.stream(stream)?.last)).toEqual([0, 0]);
  });

  it('decides the same in one commit and in one after the other: metadata of metadata', async () => {
    const requests = (stream: string): WriteRequest[] => [
      append(stream, 1),
      { kind: 'delete', target: { stream, expected: 'any' } },
      append(stream, 2),
      append(stream, 3),
    ];
    const writer = newWriter();
    await Promise.all(requests('$$a').map((request) => writer.submit(request)));
    for (const request of requests('$$b')) await writer.submit(request);
    const lasts = ['$$a', '$$$$a', '$$b', '$$$$b'].map((stream) => log.stream(stream)?.last);
    expect(lasts).toEqual([2, 0, 2, 0]);
  });

  it('judges a request by those before it in the same commit', async () => {
    const writer = newWriter();
    const again = append('a', 0);
    const [first, repeated] = await Promise.all([writer.submit(again), writer.submit(again)]);
    expect(repeated).toEqual(first);
  });
});
