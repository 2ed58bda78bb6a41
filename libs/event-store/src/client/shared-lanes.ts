import { type AppendLane, createAppendLane } from './append-lane';
import type { Connect } from './connection';

interface Shared {
  readonly lane: AppendLane;
  users: number;
}

const lanes = new Map<string, Shared>();

/**
 * One lane per server and process, however many stores are opened on it: two open streams of
 * appends in one process can bring it down (see `createAppendLane`). Two different servers in one
 * process still have two; only tests do that.
 */
export function sharedLane(key: string, connect: Connect, timeoutMilliseconds: number): AppendLane {
  const shared = lanes.get(key) ?? {
    lane: createAppendLane(connect, timeoutMilliseconds),
    users: 0,
  };
  lanes.set(key, shared);
  shared.users += 1;
  let isOpen = true;
  return {
    append: (stream, expected, events) => shared.lane.append(stream, expected, events),
    async close() {
      if (!isOpen) return;
      isOpen = false;
      shared.users -= 1;
      if (shared.users > 0) return;
      lanes.delete(key);
      await shared.lane.close();
    },
  };
}
