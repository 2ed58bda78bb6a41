import { EventStoreDBClient, excludeSystemEvents } from '@eventstore/db-client';

import { type Usage, used } from '../measure';
import { serve } from './serve';

export interface Counted {
  readonly events: number;
  /** Distinct command ids among them. */
  readonly commands: number;
}

/** Reads the log with the official client alone: the floor of catching up, and the final count. */
function logReader({ connectionString }: { readonly connectionString: string }) {
  const client = EventStoreDBClient.connectionString(connectionString);

  const subscribeUpTo = async (events: number): Promise<void> => {
    const subscription = client.subscribeToAll({ filter: excludeSystemEvents() });
    let seen = 0;
    for await (const { event } of subscription) {
      if (event !== undefined) seen += 1;
      if (seen === events) break;
    }
    await subscription.unsubscribe();
  };
  const count = async (streamPart: string): Promise<Counted> => {
    const commands = new Set<unknown>();
    let events = 0;
    for await (const { event } of client.readAll()) {
      if (event?.streamId.includes(streamPart) !== true) continue;
      events += 1;
      commands.add((event.metadata as { readonly commandId?: unknown }).commandId);
    }
    return { events, commands: commands.size };
  };
  const methods = {
    run: (events: number): Promise<Usage> => used(events, () => subscribeUpTo(events)),
    count,
  };
  return Promise.resolve({ methods, stop: () => client.dispose() });
}

export type LogReader = Awaited<ReturnType<typeof logReader>>['methods'];

serve(logReader);
