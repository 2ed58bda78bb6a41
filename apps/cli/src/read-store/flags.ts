import { type EmbeddedReadStoreOptions } from '@jejak/embedded-read-store';

import { type ListeningFlags, listeningOf, type StoreNode } from '../store-node/listening';

/** The port is MongoDB's own. */
export const readStoreNode: StoreNode = { name: 'read store', folder: 'views', port: 27017 };

export const readStoreOptionsOf = (flags: ListeningFlags): EmbeddedReadStoreOptions => ({
  ...listeningOf(flags, readStoreNode),
  remote: flags.allowRemoteWithoutProtection ? 'unprotected' : 'refused',
});
