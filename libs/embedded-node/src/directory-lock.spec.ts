import { mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lockDirectory } from './directory-lock';

const BEAT_MS = 20;

let directory: string;
let path: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'event-store-lock-'));
  path = join(directory, 'node.lock');
});
afterEach(() => rm(directory, { recursive: true }));

const holder = (changed: object): string =>
  JSON.stringify({ token: 'x', pid: process.pid, startedAt: '1', host: hostname(), ...changed });

describe('the lock of a directory', () => {
  it('names its holder to the second one, and leaves nothing behind', async () => {
    const lock = await lockDirectory(directory);
    await expect(lockDirectory(directory)).rejects.toMatchObject({
      code: 'directory-locked',
      message: `${directory} is in use by process ${process.pid} on ${hostname()}`,
    });
    await lock.release();
    expect(await readdir(directory)).toEqual([]);
  });

  it('goes to one of many who find it free or its holder dead', async () => {
    for (const text of [undefined, holder({ pid: 2 ** 22 + 1 })]) {
      if (text !== undefined) await writeFile(path, text);
      const takers = await Promise.allSettled(
        Array.from({ length: 8 }, () => lockDirectory(directory)),
      );
      const taken = takers.filter((taker) => taker.status === 'fulfilled');
      expect(taken).toHaveLength(1);
      await taken[0]?.value.release();
    }
  });

  it('is not kept by a process whose number another one has now', async () => {
    await writeFile(path, holder({ startedAt: 'long ago' }));
    await (await lockDirectory(directory)).release();
  });

  it('goes to one of many, again and again, however they meet', async () => {
    for (let round = 0; round < 60; round++) {
      const dead = { token: `dead-${round}`, pid: 2 ** 22 + 1 };
      await writeFile(path, holder(dead));
      // Somebody has died over taking it, too.
      if (round % 2 === 0) {
        await writeFile(`${path}.after.${dead.token}`, holder({ ...dead, token: 'heir' }));
      }
      const takers = await Promise.allSettled(
        Array.from({ length: 6 }, async (_, n) => {
          await sleep(n % 3);
          return lockDirectory(directory);
        }),
      );
      const taken = takers.filter((taker) => taker.status === 'fulfilled');
      expect(taken).toHaveLength(1);
      await taken[0]?.value.release();
      expect(await readdir(directory)).toEqual([]);
    }
  });

  it.each([
    ['another host', { host: 'elsewhere', pid: 1 }],
    ['another container of this host and this name', { machine: 'elsewhere', pid: 2 ** 22 + 1 }],
  ])('is kept by %s for as long as it shows that it is alive', async (_, other) => {
    await writeFile(path, holder(other));
    // Its clock is late.
    const touch = (): Promise<void> => utimes(path, new Date(), new Date(Date.now() - 30_000));
    const beating = setInterval(() => void touch(), BEAT_MS);
    await expect(lockDirectory(directory, BEAT_MS)).rejects.toThrow('is in use by process');
    clearInterval(beating);
    await (await lockDirectory(directory, BEAT_MS)).release();
  });

  it('is not waited for where the last sign of life is long ago', async () => {
    await writeFile(path, holder({ host: 'elsewhere' }));
    const before = new Date(Date.now() - 120_000);
    await utimes(path, before, before);
    await (await lockDirectory(directory)).release();
  });

  it('says so when it was taken away, and stays with the one who took it', async () => {
    const lock = await lockDirectory(directory, BEAT_MS);
    const other = holder({ token: 'other', pid: 4711 });
    await writeFile(path, other);
    expect((await lock.lost).message).toContain('process 4711');
    await lock.release();
    expect(await readFile(path, 'utf8')).toBe(other);
  });

  it('is put back when somebody has deleted it', async () => {
    const lock = await lockDirectory(directory, BEAT_MS);
    await rm(path);
    await sleep(10 * BEAT_MS);
    await expect(lockDirectory(directory)).rejects.toMatchObject({ code: 'directory-locked' });
    await lock.release();
    expect(await readdir(directory)).toEqual([]);
  });

  it('is given up by its own holder only', async () => {
    const lock = await lockDirectory(directory);
    const other = holder({ token: 'other' });
    await writeFile(path, other);
    await lock.release();
    expect(await readFile(path, 'utf8')).toBe(other);
  });
});
