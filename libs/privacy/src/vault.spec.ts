import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createVault, MasterKeyUnusable, newMasterKey, openBuiltInVault, SealBroken } from '.';

const ani = '0b9f6c1e-7d52-4c55-9f2a-3c7f5a1e9d04';
const budi = 'c2a1a6de-7a50-4a43-8a63-33cf8f1f6b02';
const secret = 'Ani Canary, NIK 3604012345678901';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jejak-vault-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe('the vault', () => {
  it('opens what it sealed, after a restart too, and never seals alike', async () => {
    const key = newMasterKey();
    const vault = createVault(key, directory);
    const [first, second] = [
      await vault.seal(ani, 'a', secret),
      await vault.seal(ani, 'a', secret),
    ];
    expect(first).not.toBe(second);
    expect(await createVault(key, directory).open(ani, 'a', first)).toBe(secret);
  });

  it('opens nothing in another place, of another subject, or when a bit was changed', async () => {
    const vault = createVault(newMasterKey(), directory);
    const sealed = await vault.seal(ani, 'a', secret);
    await vault.seal(budi, 'a', secret);
    const changed = sealed.slice(0, 20) + (sealed[20] === 'A' ? 'B' : 'A') + sealed.slice(21);
    await expect(vault.open(ani, 'b', sealed)).rejects.toThrow(SealBroken);
    await expect(vault.open(budi, 'a', sealed)).rejects.toThrow(SealBroken);
    await expect(vault.open(ani, 'a', changed)).rejects.toThrow(SealBroken);
    for (const cut of [4, 8, 12, 16])
      await expect(vault.open(ani, 'a', sealed.slice(0, -cut))).rejects.toThrow(SealBroken);
  });

  it('opens nothing with another master key', async () => {
    const sealed = await createVault(newMasterKey(), directory).seal(ani, 'a', secret);
    const other = createVault(newMasterKey(), directory);
    await expect(other.open(ani, 'a', sealed)).rejects.toThrow(SealBroken);
    expect(() => createVault('c2hvcnQ=', directory)).toThrow(MasterKeyUnusable);
  });

  it('cannot open what was sealed under a key that was destroyed', async () => {
    const vault = createVault(newMasterKey(), directory);
    const sealed = await vault.seal(ani, 'a', secret);
    await rm(join(directory, `${ani}.key`));
    expect(await vault.open(ani, 'a', sealed)).toBeNull();
  });

  it('hides the length of short texts, and keeps no text in its files', async () => {
    const vault = await openBuiltInVault(directory);
    const lengths = ['x', secret, 'y'.repeat(200)].map((text) => vault.seal(ani, 'a', text));
    expect(new Set((await Promise.all(lengths)).map(({ length }) => length)).size).toBe(1);
    const files = await readdir(directory, { recursive: true, withFileTypes: true });
    for (const file of files.filter((one) => one.isFile())) {
      const path = join(file.parentPath, file.name);
      expect(await readFile(path, 'utf8')).not.toContain('Canary');
      expect((await stat(path)).mode & 0o777).toBe(0o600);
    }
    expect(files.filter((one) => one.isFile())).toHaveLength(2);
  });

  it('digests alike for one master key and differently for another', () => {
    const key = newMasterKey();
    const digest = createVault(key, directory).digest(secret);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(createVault(key, directory).digest(secret)).toBe(digest);
    expect(createVault(newMasterKey(), directory).digest(secret)).not.toBe(digest);
  });
});
