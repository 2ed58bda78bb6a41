import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Exit, type JejakProcess, killAll, spawnJejak } from './jejak-process';

// Several processes may start at once on a busy machine.
jest.setTimeout(180_000);

export interface Service {
  readonly url: string;
  readonly data: string;
  readonly process: JejakProcess;
  /** What the start said of itself, from its JSON line. */
  readonly started: Readonly<Record<string, unknown>>;
  /** Sends a signal, SIGTERM unless told, and resolves when the process has ended. */
  stop(signal?: NodeJS.Signals): Promise<Exit>;
}

const folders: string[] = [];

/** An empty data folder, removed by `cleanUp`. */
export async function newDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jejak-e2e-'));
  folders.push(folder);
  return join(folder, 'data');
}

/** Starts the service on a free port and a data folder of its own unless one is given. */
export async function startService(data?: string): Promise<Service> {
  const folder = data ?? (await newDataFolder());
  const process = spawnJejak(['start', '--port', '0', '--data', folder]);
  const line = await process.lineWhere((text) => text.startsWith('{"event":"started"'));
  const started = JSON.parse(line) as Record<string, unknown>;
  return {
    url: String(started['url']),
    data: folder,
    process,
    started,
    stop: (signal = 'SIGTERM') => {
      process.signal(signal);
      return process.exit;
    },
  };
}

/** For `afterAll`: no process and no folder is left, however the tests ended. */
export async function cleanUp(): Promise<void> {
  killAll();
  for (const folder of folders.splice(0)) {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
