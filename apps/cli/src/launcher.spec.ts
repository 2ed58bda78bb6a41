import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import manifest from '../../../package.json';

const root = join(__dirname, '../../..');
const bin = manifest.bin.jejak;

interface Exit {
  readonly code: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

describe('the command that npm links', () => {
  let checkout: string;

  beforeEach(async () => {
    checkout = await mkdtemp(join(tmpdir(), 'jejak-bin-'));
    await mkdir(join(checkout, dirname(bin)), { recursive: true });
    await cp(join(root, bin), join(checkout, bin));
  });
  afterEach(() => rm(checkout, { recursive: true, force: true }));

  const run = (...args: readonly string[]): Promise<Exit> =>
    new Promise((resolve) => {
      execFile(process.execPath, [join(checkout, bin), ...args], (error, stdout, stderr) => {
        resolve({ code: error?.code ?? 0, stdout, stderr });
      });
    });

  it('says in one line what to do while nothing is built, and exits as for wrong usage', async () => {
    expect(await run('--help')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'jejak is not built yet: run npm run build first.\n',
    });
  });

  it('runs what is built, with the arguments it got', async () => {
    const main = join(checkout, 'dist/apps/cli/src/main.js');
    await mkdir(dirname(main), { recursive: true });
    await writeFile(main, 'console.log(process.argv.slice(2).join()); process.exitCode = 7;');
    expect(await run('a', '--b')).toEqual({ code: 7, stdout: 'a,--b\n', stderr: '' });
  });
});
