import { startEmbeddedReadStore } from '@jejak/embedded-read-store';

import { serve } from '../../bench/processes/serve';

/** A read store with its fault switch, in a process that can be killed. */
async function node({ directory }: { readonly directory: string }) {
  const store = await startEmbeddedReadStore({ directory, faults: true });
  // The switch can end the node from inside; that is the end of the whole process.
  void store.failed.then(() => process.exit(1));
  return { methods: { port: () => store.port }, stop: () => store.stop() };
}

serve(node);
