import { mkdir } from 'node:fs/promises';
import { Writer } from './append/writer';
import { Tail } from './read/tail';
import { startServer } from './service/server';
import { EventLog } from './storage/event-log';

export interface NodeOptions {
  readonly directory: string;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
}

export interface EventStoreNode {
  readonly port: number;
  /** Answers what was accepted, ends calls, closes the log. */
  stop(): Promise<void>;
}

/**
 * The node itself, in the thread that calls. `onFailure` is called once when a commit fails:
 * memory may then be ahead of the disk, so the caller must end the process or the thread.
 */
export async function startNode(
  { directory, host, port }: NodeOptions,
  onFailure: (error: Error) => void,
): Promise<EventStoreNode> {
  await mkdir(directory, { recursive: true });
  const log = EventLog.open(directory);
  try {
    const tail = new Tail();
    const writer = new Writer(log, {
      committed: (streams) => {
        tail.publish(streams);
      },
      failed: onFailure,
    });
    const server = await startServer({ host, port }, log, writer, tail);
    return {
      port: server.port,
      stop: async () => {
        await writer.drained();
        await server.stop();
        await writer.drained();
        await log.close();
      },
    };
  } catch (error) {
    await log.close();
    throw error;
  }
}
