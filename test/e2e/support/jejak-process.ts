import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** The built command line, as a user runs it; `npm test` builds it first. */
const commandLine = join(__dirname, '../../../dist/apps/cli/src/main.js');

export interface Exit {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface JejakProcess {
  readonly pid: number;
  /** Settles once the process and its output have ended. */
  readonly exit: Promise<Exit>;
  /** Resolves with the first whole line of standard output that fits; rejects when it ends without. */
  lineWhere(fits: (line: string) => boolean): Promise<string>;
  signal(signal: NodeJS.Signals): void;
  /** Closes its standard output from this side, as `head` does when it has seen enough. */
  stopReading(): void;
}

type Environment = Readonly<Record<string, string>>;

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts `jejak` with an environment of its own: nothing of the test runner's reaches it. */
export function spawnJejak(args: readonly string[], environment: Environment = {}): JejakProcess {
  const child = spawn(process.execPath, [commandLine, ...args], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const output = { stdout: '', stderr: '' };
  const watchers = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
      for (const look of watchers) look();
    });
  }
  const exit = new Promise<Exit>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve({ code, signal, ...output });
    });
  });
  return {
    pid: child.pid!,
    exit,
    lineWhere: (fits) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = output.stdout.split('\n').slice(0, -1).find(fits);
          if (found === undefined) return;
          watchers.delete(look);
          resolve(found);
        };
        watchers.add(look);
        look();
        exit.then(({ code, stderr }) => {
          reject(new Error(`jejak ${args.join(' ')} ended with ${String(code)}: ${stderr}`));
        }, reject);
      }),
    signal: (signal) => {
      child.kill(signal);
    },
    stopReading: () => {
      child.stdout.destroy();
    },
  };
}

/** Runs `jejak` to its end. */
export const runJejak = (args: readonly string[], environment?: Environment): Promise<Exit> =>
  spawnJejak(args, environment).exit;

/** Kills every process this spec file started and did not stop. */
export function killAll(): void {
  for (const child of running) child.kill('SIGKILL');
}
