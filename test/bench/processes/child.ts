import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

import type { Answer, Call } from './serve';

/** A process of this benchmark. Every method is asked for by name and runs over there. */
export interface Child<Api> {
  call<Name extends keyof Api & string>(
    method: Name,
    input: InputOf<Api[Name]>,
  ): ResultOf<Api[Name]>;
  /** Lets it close what it holds; resolves when it has ended. */
  stop(): Promise<void>;
}

type InputOf<Method> = Method extends (input: infer Input) => unknown ? Input : never;
type ResultOf<Method> = Method extends (input: never) => infer Result
  ? Promise<Awaited<Result>>
  : never;

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts `processes/<name>.js` with Node's own arguments and waits until it is ready. Rejects with
 * the child's own error.
 */
export async function startChild<Api>(
  name: string,
  input: unknown,
  execArgv: readonly string[] = [],
): Promise<Child<Api>> {
  const file = join(__dirname, `${name}.js`);
  const process = fork(file, { serialization: 'advanced', execArgv: [...execArgv] });
  const ended = new Promise<void>((resolve) =>
    process.once('exit', () => {
      resolve();
    }),
  );
  const ask = asker(name, process);
  const stop = async (): Promise<void> => {
    if (process.connected) process.disconnect();
    await ended;
  };
  try {
    await ask('start', input);
  } catch (error) {
    await stop();
    throw error;
  }
  return { call: ask as Child<Api>['call'], stop };
}

function asker(name: string, process: ChildProcess) {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  process.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) asked?.reject(new Error(`${name}: ${answer.error}`));
    else asked?.resolve(answer.result);
  });
  process.once('exit', (code, signal) => {
    for (const { reject } of waiting.values()) {
      reject(new Error(`${name} ended with ${signal ?? String(code)}`));
    }
  });
  return (method: string, input: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      calls += 1;
      waiting.set(calls, { resolve, reject });
      process.send({ id: calls, method, input } satisfies Call);
    });
}
