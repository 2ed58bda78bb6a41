import {
  backupEventStore,
  startEmbeddedEventStore,
  verifyEventStore,
} from '@jejak/embedded-event-store';
import { type Command } from 'commander';
import { resolve } from 'node:path';

// Not through the face of the library, which loads the service framework: a store needs none.
import { stopOnSignal } from '@jejak/service/stop-on-signal';
import { accessInWords } from '../event-store/access-in-words';
import { type NodeFlags, nodeOptionsOf, withNode } from '../event-store/node-flags';
import { startFailureOf } from '../event-store/start-failure';
import { nodeBlock, nodeLine } from '../render/event-store';
import { refusingFlags } from '../store-node/flags-refused';
import { addBackup, addVerify } from './event-store-care';

/** `jejak event-store`: the embedded event store as a process of its own, and the care of its log. */
export function eventStoreCommand(program: Command): void {
  const eventStore = withNode(program.command('event-store'));
  addRun(eventStore);
  addBackup(eventStore, { backUp: backupEventStore });
  addVerify(eventStore, { verify: verifyEventStore });
}

function addRun(eventStore: Command): void {
  eventStore
    .enablePositionalOptions()
    .summary('run the embedded event store as a process of its own')
    .description(
      'Runs the embedded event store as a process of its own, for services on this machine. ' +
        'Prints where it is, and stops on SIGTERM or Ctrl-C within 5 seconds.',
    )
    .addHelpText(
      'after',
      `
Other machines are refused unless --allow-remote says otherwise, and then need
TLS and a user. A Unix socket lets in processes of your own user only.
Exit codes: 0 stopped, 1 not started or failed, 2 wrong usage.

Examples:
  npx jejak event-store --data ./data/events
  npx jejak event-store --unix /run/jejak/events
  npx jejak event-store --host 0.0.0.0 --allow-remote \\
    --advertise-host events.example --tls-cert tls.crt --tls-key tls.key \\
    --user jejak --password-file password`,
    )
    .action((flags: NodeFlags, command: Command) => refusingFlags(command, () => runNode(flags)));
}

/** Resolves once a signal has stopped the node; rejects when it did not start or died. */
async function runNode(flags: NodeFlags): Promise<void> {
  const options = await nodeOptionsOf(flags, process.env);
  const node = await startEmbeddedEventStore(options).catch((error: unknown) => {
    throw startFailureOf(error, flags);
  });
  const stopped = stopOnSignal(node);
  const report = {
    connectionString: node.connectionString,
    socketAddress: node.socketAddress,
    dataDirectory: resolve(options.directory),
    found: node.found,
    access: accessInWords(options),
    pid: process.pid,
  };
  process.stdout.write(`${process.stdout.isTTY ? nodeBlock(report) : nodeLine(report)}\n`);
  await stopped;
}
