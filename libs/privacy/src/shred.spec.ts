import { link, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createVault, newMasterKey, SubjectKeyDestroyed } from '.';

const ani = '0b9f6c1e-7d52-4c55-9f2a-3c7f5a1e9d04';
const budi = 'c2a1a6de-7a50-4a43-8a63-33cf8f1f6b02';
const secret = 'Ani Canary, NIK 3604012345678901';

let directory: string;
let key: string;
const vault = () => createVault(key, directory);
const keyFile = (subject: string): string => join(directory, `${subject}.key`);
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jejak-shred-'));
  key = newMasterKey();
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe('a shredded key', () => {
  it('opens nothing that was sealed under it, and leaves the others alone', async () => {
    const [of, other] = [await vault().seal(ani, 'a', secret), await vault().seal(budi, 'a', 'x')];
    await vault().shred(ani);
    expect(await vault().open(ani, 'a', of)).toBeNull();
    expect(await vault().open(budi, 'a', other)).toBe('x');
  });

  it('is never made again, in this process or after a restart', async () => {
    const running = vault();
    await running.seal(ani, 'a', secret);
    await running.shred(ani);
    await expect(running.seal(ani, 'a', secret)).rejects.toThrow(SubjectKeyDestroyed);
    await expect(vault().seal(ani, 'b', secret)).rejects.toThrow(SubjectKeyDestroyed);
  });

  it('may be shredded again, as after a crash before that was recorded', async () => {
    const sealed = await vault().seal(ani, 'a', secret);
    await vault().shred(ani);
    await vault().shred(ani);
    expect(await vault().open(ani, 'a', sealed)).toBeNull();
  });

  it('need never have been: nothing is sealed under it afterwards', async () => {
    await vault().shred(ani);
    await expect(vault().seal(ani, 'a', secret)).rejects.toThrow(SubjectKeyDestroyed);
    expect((await stat(keyFile(ani))).mode & 0o777).toBe(0o600);
  });

  it('is overwritten where it lay, so that another name of the file does not keep it', async () => {
    const sealed = await vault().seal(ani, 'a', secret);
    const wrapped = await readFile(keyFile(ani), 'utf8');
    const copy = join(directory, 'other-name');
    await link(keyFile(ani), copy);
    await vault().shred(ani);
    expect(await readFile(copy, 'utf8')).toBe('destroyed'.padEnd(wrapped.length));
    expect(await vault().open(ani, 'a', sealed)).toBeNull();
  });

  it('takes along the drafts that processes left which ended while they made keys', async () => {
    await vault().seal(ani, 'a', secret);
    await writeFile(
      `${keyFile(ani)}.1b9f6c1e-7d52-4c55-9f2a-3c7f5a1e9d04`,
      await readFile(keyFile(ani)),
    );
    await writeFile(`${keyFile(budi)}.1b9f6c1e-7d52-4c55-9f2a-3c7f5a1e9d04`, 'of somebody else');
    await vault().shred(ani);
    expect((await readdir(directory)).toSorted()).toEqual(
      [`${ani}.key`, `${budi}.key.1b9f6c1e-7d52-4c55-9f2a-3c7f5a1e9d04`].toSorted(),
    );
  });

  it('stays so however many seal and shred at once', async () => {
    for (let round = 0; round < 8; round += 1) {
      const subject = `0b9f6c1e-7d52-4c55-9f2a-${String(round).padStart(12, '0')}`;
      const attempts = await Promise.allSettled([
        vault().seal(subject, 'a', secret),
        vault().shred(subject),
        vault().seal(subject, 'a', secret),
        vault().shred(subject),
        vault().seal(subject, 'a', secret),
      ]);
      for (const one of attempts) {
        if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(SubjectKeyDestroyed);
        else if (one.value !== undefined)
          expect(await vault().open(subject, 'a', one.value)).toBeNull();
      }
      await expect(vault().seal(subject, 'a', secret)).rejects.toThrow(SubjectKeyDestroyed);
    }
    expect((await readdir(directory)).every((name) => name.endsWith('.key'))).toBe(true);
  });
});
