import { startEmbeddedReadStore, verifyReadStore } from '@jejak/embedded-read-store';
import { type Command } from 'commander';
import { resolve } from 'node:path';

// Not through the face of the library, which loads the service framework: a store needs none.
import { stopOnSignal } from '@jejak/service/stop-on-signal';
import { readStoreNode, readStoreOptionsOf } from '../read-store/flags';
import { readStoreStartFailureOf } from '../read-store/start-failure';
import { readStoreBlock, readStoreLine } from '../render/read-store';
import { refusingFlags } from '../store-node/flags-refused';
import { type ListeningFlags, withListening } from '../store-node/listening';
import { addReadStoreVerify } from './read-store-care';

/** `jejak read-store`: the embedded read store as a process of its own, and its verification. */
export function readStoreCommand(program: Command): void {
  const readStore = withListening(program.command('read-store'), readStoreNode);
  addRun(readStore);
  addReadStoreVerify(readStore, { verify: verifyReadStore });
}

function addRun(readStore: Command): void {
  readStore
    .enablePositionalOptions()
    .summary('run the embedded read store as a process of its own')
    .description(
      'Runs the embedded read store as a process of its own, for services on this machine. ' +
        'Prints where it is, and stops on SIGTERM or Ctrl-C within 5 seconds.',
    )
    .addHelpText(
      'after',
      `
It asks nobody who he is: other machines are refused unless told otherwise, and
a Unix socket lets in processes of your own user only. For views that others
have to reach use a MongoDB replica set.
Exit codes: 0 stopped, 1 not started or failed, 2 wrong usage.

Examples:
  npx jejak read-store --data ./data/views
  npx jejak read-store --unix /run/jejak/views`,
    )
    .action((flags: ListeningFlags, command: Command) =>
      refusingFlags(command, () => runNode(flags)),
    );
}

/** Resolves once a signal has stopped the node; rejects when it did not start or died. */
async function runNode(flags: ListeningFlags): Promise<void> {
  const options = readStoreOptionsOf(flags);
  const node = await startEmbeddedReadStore(options).catch((error: unknown) => {
    throw readStoreStartFailureOf(error, flags);
  });
  const stopped = stopOnSignal(node);
  const report = {
    connectionString: node.connectionString,
    socketConnectionString: node.socketConnectionString,
    dataDirectory: resolve(options.directory),
    found: node.found,
    isOpenToAll: options.remote === 'unprotected',
    pid: process.pid,
  };
  process.stdout.write(
    `${process.stdout.isTTY ? readStoreBlock(report) : readStoreLine(report)}\n`,
  );
  await stopped;
}
