import { FlagsRefused } from '../store-node/flags-refused';
import { type ListeningFlags } from '../store-node/listening';
import { nodeFailureOf } from '../store-node/node-failure';

/** The node did not start. Says what was in the way and which flag goes round it. */
export class ReadStoreNotStarted extends Error {
  override readonly name = 'ReadStoreNotStarted';
  readonly code = 'read-store.not-started';
}

/** What a node failed to start with, for the person who gave the flags. */
export const readStoreStartFailureOf = (error: unknown, flags: ListeningFlags): Error =>
  nodeFailureOf(error, flags, {
    NotStarted: ReadStoreNotStarted,
    remote: new FlagsRefused(
      `--host ${flags.host} lets other machines connect, and every caller may do everything.\n` +
        'Where the network itself keeps strangers out, say --allow-remote-without-protection;\n' +
        'anywhere else use a MongoDB replica set.',
    ),
  });
