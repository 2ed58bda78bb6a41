import { FlagsRefused } from '../store-node/flags-refused';
import { nodeFailureOf } from '../store-node/node-failure';
import { type NodeFlags } from './node-flags';

/** The node did not start. Says what was in the way and which flag goes round it. */
export class EventStoreNotStarted extends Error {
  override readonly name = 'EventStoreNotStarted';
  readonly code = 'event-store.not-started';
}

/** What a node failed to start with, for the person who gave the flags. */
export const startFailureOf = (error: unknown, flags: NodeFlags): Error =>
  nodeFailureOf(error, flags, {
    NotStarted: EventStoreNotStarted,
    remote: new FlagsRefused(
      `--host ${flags.host} lets other machines connect, and every caller may do everything.\n` +
        'Say --allow-remote, together with --tls-cert, --tls-key and --user; or, where the\n' +
        'network itself keeps strangers out, --allow-remote-without-protection.',
    ),
  });
