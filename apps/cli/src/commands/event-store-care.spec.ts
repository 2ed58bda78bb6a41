import { type BackupOptions, type Verification } from '@jejak/embedded-event-store';
import { Command } from 'commander';

import { type Care, addBackup, addVerify } from './event-store-care';

const notAsked = (): never => {
  throw new Error('This was not to be asked');
};

let printed: { stdout: string; stderr: string };
beforeEach(() => {
  printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    jest.spyOn(process[name], 'write').mockImplementation((text) => {
      printed[name] += String(text);
      return true;
    });
  }
});
afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
});

async function run(care: Partial<Care>, ...args: readonly string[]): Promise<void> {
  const program = new Command('event-store').exitOverride();
  addBackup(program, { backUp: care.backUp ?? notAsked });
  addVerify(program, { verify: care.verify ?? notAsked });
  await program.parseAsync(args, { from: 'user' });
}

describe('jejak event-store backup', () => {
  const backup = { events: 3, bytes: 1_572_864, position: 512 };

  it('copies the folder it is told to, and says how to check the copy', async () => {
    const asked: BackupOptions[] = [];
    const backUp: Care['backUp'] = (options) => {
      asked.push(options);
      options.onProgress?.(1, 2);
      return Promise.resolve(backup);
    };
    await run({ backUp }, 'backup', '--data', 'a', '--to', '/b');
    expect(asked).toEqual([
      expect.objectContaining({ directory: 'a', destination: '/b', overwrite: false }),
    ]);
    expect(printed.stdout).toContain('3 events copied to /b (1.5 MiB)');
    expect(printed.stdout).toContain('npx jejak event-store verify --data /b');
    await run({ backUp }, 'backup', '--data', 'a', '--to', '/b', '--overwrite');
    expect(asked[1]?.overwrite).toBe(true);
  });

  it('is one JSON document for a program', async () => {
    await run({ backUp: () => Promise.resolve(backup) }, 'backup', '--to', '/b', '--json');
    expect(JSON.parse(printed.stdout)).toEqual({ destination: '/b', ...backup });
    expect(printed.stderr).toBe('');
  });

  it.each([
    [
      'no event store is there',
      { code: 'ENOENT', path: '/a/events.lmdb' },
      /no event store in \/a\..*--data/,
    ],
    ['the copy would replace something', { code: 'destination-exists' }, /--to.*--overwrite/],
  ])('says what to do when %s', async (_, facts, advice) => {
    const backUp = () => Promise.reject(Object.assign(new Error('it failed'), facts));
    const failure = run({ backUp }, 'backup', '--data', '/a', '--to', '/b');
    await expect(failure).rejects.toMatchObject({
      code: 'event-store.not-read',
      message: expect.stringMatching(advice) as unknown,
    });
  });
});

describe('jejak event-store verify', () => {
  const verified = (fault: string | null): Verification => ({ events: 1, streams: 1, fault });
  const verify = (fault: string | null) => () => Promise.resolve(verified(fault));

  it('leaves the exit code alone when nothing is wrong', async () => {
    await run({ verify: verify(null) }, 'verify', '--data', '/a');
    expect(process.exitCode).toBeUndefined();
    expect(printed.stdout).toContain('Nothing is wrong in /a: 1 event in 1 stream.');
  });

  it('exits 1 and names the fault when there is one', async () => {
    await run({ verify: verify('position 64: checksum') }, 'verify', '--data', '/a');
    expect(process.exitCode).toBe(1);
    expect(printed.stdout).toContain('position 64: checksum');
  });

  it('is one JSON document for a program, with the same exit code', async () => {
    await run({ verify: verify('torn') }, 'verify', '--data', '/a', '--json');
    expect(JSON.parse(printed.stdout)).toEqual({ directory: '/a', ...verified('torn') });
    expect(process.exitCode).toBe(1);
  });
});
