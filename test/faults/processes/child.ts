import { type ChildProcess, fork } from 'node:child_process';
import { extname, join } from 'node:path';

import { nodeOptionsFor } from '@jejak/embedded-node';

import type { Answer, Call } from '../../bench/processes/serve';

/** A process of the harness that can be killed and paused. */
export interface Child {
  /** Asks for a method by name; rejects with the child's error, or when it ends first. */
  call(method: string, input?: unknown): Promise<unknown>;
  signal(name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void;
  readonly isAlive: () => boolean;
  readonly ended: Promise<void>;
  /** Lets it close what it holds; resolves when it has ended. */
  stop(): Promise<void>;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Starts `processes/<name>`, which serves its methods once it has been asked to `start`. */
export function startChild(name: string): Child {
  const child = fork(join(__dirname, `${name}${extname(__filename)}`), {
    serialization: 'advanced',
    execArgv: nodeOptionsFor(__filename),
  });
  const waiting = waitingOn(name, child);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null;
  let calls = 0;
  return {
    isAlive,
    ended,
    call: (method, input) =>
      new Promise((resolve, reject) => {
        calls += 1;
        const id = calls;
        waiting.set(id, { resolve, reject });
        child.send({ id, method, input } satisfies Call, (error) => {
          if (error !== null && waiting.delete(id)) reject(error);
        });
      }),
    signal: (signal) => {
      child.kill(signal);
    },
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

function waitingOn(name: string, child: ChildProcess): Map<number, Waiting> {
  const waiting = new Map<number, Waiting>();
  child.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) asked?.reject(new Error(`${name}: ${answer.error}`));
    else asked?.resolve(answer.result);
  });
  child.once('exit', (code, signal) => {
    for (const { reject } of waiting.values()) {
      reject(new Error(`${name} ended with ${signal ?? String(code)}`));
    }
    waiting.clear();
  });
  return waiting;
}
