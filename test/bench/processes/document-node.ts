import { connectionStringOf, listeningOf } from '../../../libs/embedded-read-store/src/listening';
import { startNode } from '../../../libs/embedded-read-store/src/worker/node';
import { spent } from '../measure';
import { resident } from '../resident';
import { serve } from './serve';

interface Setting {
  readonly directory: string;
  readonly flush: 'disk' | 'system';
}

const cursorTimeout = 600_000;

/** The node alone in a process, on its main thread, so that a profile of the process shows it. */
async function documentNode({ directory, flush }: Setting) {
  const listening = listeningOf({ directory });
  const node = await startNode(
    { directory, listening, faults: false, cursorTimeout, flush },
    (error) => {
      throw error;
    },
  );
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

export type DocumentNode = Awaited<ReturnType<typeof documentNode>>['methods'];

serve(documentNode);
