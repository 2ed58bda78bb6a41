import { mkdir } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { firstWrite } from './append/system-events';
import { Writer } from './append/writer';
import { Tail } from './read/tail';
import { startServer } from './service/server';
import { assertWhole, keepEndMarked } from './storage/end-mark';
import { EventLog } from './storage/event-log';
import { type NodeFacts, type NodeOptions } from './worker-messages';

export interface EventStoreNode {
  readonly facts: NodeFacts;
  /** Answers what was accepted, ends calls, closes the log. */
  stop(): Promise<void>;
}

/**
 * The node itself, in the thread that calls. `onFailure` is called once when a commit fails:
 * memory may then be ahead of the disk, so the caller must end the process or the thread.
 */
export async function startNode(
  { directory, listening }: NodeOptions,
  onFailure: (error: Error) => void,
): Promise<EventStoreNode> {
  await mkdir(directory, { recursive: true });
  const log = EventLog.open(directory);
  try {
    assertWhole(directory, log.head.last);
    const tail = new Tail();
    const writer = new Writer(log, {
      committed: (streams) => {
        tail.publish(streams);
      },
      failed: onFailure,
    });
    if (log.head.last < 0) await writer.submit(firstWrite());
    const { last } = log.head;
    const events = log.eventCount;
    const server = await startServer(listening, log, writer, tail);
    const end = keepEndMarked(directory, log);
    return {
      facts: { port: server.port, events, position: last < 0 ? null : last },
      stop: async () => {
        server.takeNothingNew();
        await writer.drained();
        // The answers of the last commit are written in the turn that follows it.
        await nextTurn();
        await server.stop();
        await writer.drained();
        await end.stop();
        await log.close();
      },
    };
  } catch (error) {
    await log.close();
    throw error;
  }
}
