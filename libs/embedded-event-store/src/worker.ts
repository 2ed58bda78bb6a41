import { type ThreadMessage } from '@jejak/embedded-node';
import { logVerbosity, setLogVerbosity } from '@grpc/grpc-js';
import { parentPort, workerData } from 'node:worker_threads';
import { startNode } from './node';
import { type NodeFacts, type NodeOptions } from './worker-messages';

/** The entry of the worker thread: starts the node, says so, and stops it when asked. */
async function main(): Promise<void> {
  const node = await startNode(workerData as NodeOptions, fail);
  parentPort?.once('message', () => {
    node.stop().then(() => process.exit(0), fail);
  });
  tell({ kind: 'started', facts: node.facts });
}

function tell(message: ThreadMessage<NodeFacts>): void {
  parentPort?.postMessage(message);
}

/** The thread ends at once: nothing may be written or answered after a failed commit. */
function fail(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  tell({ kind: 'failed', code, message: error instanceof Error ? error.message : String(error) });
  process.exit(1);
}

// What goes wrong is told to the starter; grpc-js would print it to the application's stderr too.
setLogVerbosity(logVerbosity.NONE);
main().catch(fail);
