import { nodeOptionsFor } from '@jejak/embedded-node';
import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** A node in a process of its own. */
export interface ChildNode {
  readonly pid: number;
  readonly connectionString: string;
  /** Resolves when the process has ended. */
  kill(): Promise<void>;
}

/**
 * `fileKibibytes`: the size beyond which the process cannot write a file, until that is lifted.
 * `script` starts the node on the directory it is given and sends its connection string.
 */
export async function startChildNode(
  directory: string,
  fileKibibytes?: number,
  script = join(__dirname, 'node-process.ts'),
): Promise<ChildNode> {
  const node = [process.execPath, ...nodeOptionsFor(script), script, directory];
  const limited = ['bash', '-c', 'ulimit -S -f "$0"; exec "$@"', String(fileKibibytes), ...node];
  const [command = '', ...args] = fileKibibytes === undefined ? node : limited;
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const connectionString = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => {
      if (typeof message === 'string') resolve(message);
    });
    child.once('exit', (code) => {
      reject(new Error(`the node's process ended with ${String(code)}`));
    });
  });
  return {
    pid: child.pid ?? 0,
    connectionString,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
