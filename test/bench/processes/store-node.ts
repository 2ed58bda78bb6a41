import { connectionStringOf, listeningOf } from '../../../libs/embedded-event-store/src/listening';
import { startNode } from '../../../libs/embedded-event-store/src/node';
import { spent } from '../measure';
import { resident } from '../resident';
import { serve } from './serve';

/** The node alone in a process, on its main thread, so that a profile of the process shows it. */
async function storeNode({ directory }: { readonly directory: string }) {
  const listening = listeningOf({ directory });
  const node = await startNode({ directory, listening }, (error) => {
    throw error;
  });
  /** What the process has used until it could be asked, loading its code included. */
  const opened = { ...spent(), seconds: process.uptime() };
  const methods = {
    spent,
    memory: resident,
    opened: () => opened,
    connectionString: () => connectionStringOf(listening, node.facts.port),
  };
  return { methods, stop: () => node.stop() };
}

export type BareNode = Awaited<ReturnType<typeof storeNode>>['methods'];

serve(storeNode);
