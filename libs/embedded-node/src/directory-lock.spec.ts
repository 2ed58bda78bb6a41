import { mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDirectory } from './directory-lock';

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

  it('is kept by another host for as long as it shows that it is alive', async () => {
    await writeFile(path, holder({ host: 'elsewhere', pid: 1 }));
    await expect(lockDirectory(directory)).rejects.toThrow('in use by process 1 on elsewhere');
    const before = new Date(Date.now() - 11_000);
    await utimes(path, before, before);
    await (await lockDirectory(directory)).release();
  });

  it('is given up by its own holder only', async () => {
    const lock = await lockDirectory(directory);
    const other = holder({ token: 'other' });
    await writeFile(path, other);
    await lock.release();
    expect(await readFile(path, 'utf8')).toBe(other);
  });
});
