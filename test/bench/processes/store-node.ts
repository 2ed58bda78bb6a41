import { readFileSync } from 'node:fs';

import { connectionStringOf, listeningOf } from '../../../libs/embedded-event-store/src/listening';
import { startNode } from '../../../libs/embedded-event-store/src/node';
import { spent } from '../measure';
import { serve } from './serve';

/** Resident memory in bytes. */
export interface Memory {
  /** The process's own: heaps, buffers, stacks. Null where the system does not tell it apart. */
  readonly own: number | null;
  /** With pages of the log that the system keeps mapped and may take back at any time. */
  readonly all: number;
}

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
    memory,
    opened: () => opened,
    connectionString: () => connectionStringOf(listening, node.facts.port),
  };
  return { methods, stop: () => node.stop() };
}

function memory(): Memory {
  globalThis.gc?.();
  const own = /^RssAnon:\s+(\d+) kB$/mu.exec(statusOfProcess())?.[1];
  return {
    own: own === undefined ? null : Number(own) * 1_024,
    all: process.memoryUsage.rss(),
  };
}

/** Empty where the system has no such file. */
function statusOfProcess(): string {
  if (process.platform !== 'linux') return '';
  return readFileSync('/proc/self/status', 'utf8');
}

export type BareNode = Awaited<ReturnType<typeof storeNode>>['methods'];

serve(storeNode);
