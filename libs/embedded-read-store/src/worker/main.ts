import { parentPort, workerData } from 'node:worker_threads';
import { runNode } from './node';
import { stopMessage, type WorkerMessage, type WorkerSettings } from './protocol';

export { type WorkerSettings } from './protocol';

const tell = (message: WorkerMessage): void => parentPort?.postMessage(message);

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'READ_STORE_FAILED';

async function main(): Promise<void> {
  try {
    const node = await runNode(workerData as WorkerSettings);
    parentPort?.once('message', (message: unknown) => {
      if (message !== stopMessage) return;
      void node.stop().then(() => {
        tell({ kind: 'stopped' });
        parentPort?.close();
      });
    });
    tell({ kind: 'listening', port: node.port });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    tell({ kind: 'refused', code: codeOf(error), message });
    parentPort?.close();
  }
}

void main();
