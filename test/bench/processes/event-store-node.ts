import { startEmbeddedEventStore } from '@jejak/embedded-event-store';

import { spent } from '../measure';
import { serve } from './serve';

/** A node in a process of its own, so that the CPU of its clients is theirs alone. */
async function node({ directory }: { readonly directory: string }) {
  const store = await startEmbeddedEventStore({ directory });
  const methods = { spent, connectionString: () => store.connectionString };
  return { methods, stop: () => store.stop() };
}

export type StoreNode = Awaited<ReturnType<typeof node>>['methods'];

serve(node);
