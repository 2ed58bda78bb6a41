import type * as FileSystem from 'node:fs';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDirectory } from './directory-lock';

/** Called after a file was read: what another process does at that very moment. */
let meanwhile: () => void = () => undefined;

jest.mock('node:fs', () => {
  const actual = jest.requireActual<typeof FileSystem>('node:fs');
  const read = (path: string, encoding: BufferEncoding): string => {
    const text = actual.readFileSync(path, encoding);
    if (path.endsWith('read-store.lock')) meanwhile();
    return text;
  };
  return { ...actual, readFileSync: read };
});

describe('the lock of a directory', () => {
  const dead = `${String(2 ** 22 + 1)} 1\n`;
  let directory: string;
  let path: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'read-store-lock-'));
    path = join(directory, 'read-store.lock');
    meanwhile = () => undefined;
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  it.each([dead, '', 'no lock'])('is taken over from %j, who cannot live', (text) => {
    writeFileSync(path, text);
    lockDirectory(directory)();
    expect(readdirSync(directory)).toEqual([]);
  });

  it('goes to one of two who find the same dead holder', () => {
    writeFileSync(path, dead);
    let other: (() => void) | undefined;
    meanwhile = () => {
      meanwhile = () => undefined;
      other = lockDirectory(directory);
    };
    expect(() => lockDirectory(directory)).toThrow(`in use by process ${String(process.pid)}`);
    expect(readFileSync(path, 'utf8')).toMatch(new RegExp(`^${String(process.pid)} `));
    other?.();
    expect(readdirSync(directory)).toEqual([]);
  });
});
