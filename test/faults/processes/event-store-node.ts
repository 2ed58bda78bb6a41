import { startEmbeddedEventStore } from '@jejak/embedded-event-store';

import { serve } from '../../bench/processes/serve';

/** An event store in a process that can be killed. */
async function node({ directory }: { readonly directory: string }) {
  const store = await startEmbeddedEventStore({ directory });
  return { methods: { port: () => store.port }, stop: () => store.stop() };
}

serve(node);
