import { nodeOptionsFor } from '@jejak/embedded-node';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Readable } from 'node:stream';

const root = join(__dirname, '..', '..', '..');

export type App = 'command-api' | 'projector' | 'query-api';

/** What a service says on standard output when it is up. */
export interface Started {
  readonly event: string;
  readonly service: string;
  readonly url: string;
  readonly [fact: string]: unknown;
}

export interface Ended {
  readonly code: number | null;
  readonly standardError: string;
}

export interface ServiceProcess {
  /** Rejects when the process ends before it is up. */
  readonly started: Promise<Started>;
  readonly ended: Promise<Ended>;
  /** Sends the signal and waits for the end. */
  kill(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<Ended>;
}

/** Runs one service from its sources, with nothing of this process's environment but PATH. */
export function runApp(app: App, environment: Readonly<Record<string, string>>): ServiceProcess {
  const main = join(root, 'apps', app, 'src', 'main.ts');
  const child = spawn(process.execPath, [...nodeOptionsFor(main), main], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], JEJAK_PORT: '0', ...environment },
  });
  const ended = endOf(child);
  const line = new Promise<string>((resolve) => {
    createInterface(child.stdout).once('line', resolve);
  });
  const started = Promise.race([
    line.then((text) => JSON.parse(text) as Started),
    ended.then(({ code, standardError }) => {
      throw new Error(`${app} ended with ${String(code)} before it was up: ${standardError}`);
    }),
  ]);
  // A test that expects the end does not wait for the start.
  started.catch(() => undefined);
  return {
    started,
    ended,
    kill(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

async function endOf(child: ChildProcessByStdio<null, Readable, Readable>): Promise<Ended> {
  const said: Buffer[] = [];
  child.stderr.on('data', (piece: Buffer) => said.push(piece));
  await once(child, 'close');
  return { code: child.exitCode, standardError: Buffer.concat(said).toString('utf8') };
}
