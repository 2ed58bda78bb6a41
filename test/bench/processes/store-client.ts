import {
  type AppendExpectedRevision,
  type AppendResult,
  EventStoreDBClient,
  eventTypeFilter,
  NO_STREAM,
} from '@eventstore/db-client';

import { spent, type Usage, used } from '../measure';
import { rawEvent } from '../raw-event';
import { scored, scorecardKey } from '../workload';
import { serve } from './serve';

export interface Appending {
  readonly events: number;
  /** Calls at work at the same time, each on a stream of its own. */
  readonly inFlight: number;
  readonly eventsEach: number;
}

export interface Filling {
  /** Number of the first; 0 when not given. */
  readonly first?: number;
  /** The number after the last. */
  readonly streams: number;
  readonly eventsEach: number;
}

export interface StreamReading {
  readonly streams: number;
  readonly eventsEach: number;
  /** Calls at work at the same time. */
  readonly inFlight: number;
  readonly reads: number;
  /** Events taken from each. */
  readonly maxCount: number;
}

export interface Pacing {
  readonly perSecond: number;
  readonly events: number;
}

/** Appends at work at the same time while a log is filled. */
const fillInFlight = 64;

/** No event is of this type. */
const noHit = eventTypeFilter({ prefixes: ['Unheard'] });

/** The official client alone in a process. Making the events is not part of what is measured. */
function storeClient({ connectionString }: { readonly connectionString: string }) {
  const client = EventStoreDBClient.connectionString(connectionString);
  let rounds = 0;
  let made = 0;

  const event = () => {
    made += 1;
    const { type, data } = scored(scorecardKey('BENCH', 0), made);
    return rawEvent(type, data);
  };
  type Event = ReturnType<typeof event>;

  /** Appends one after another to a stream that is new. */
  const writeStream = async (stream: string, appends: readonly Event[][]): Promise<void> => {
    let expectedRevision: AppendExpectedRevision = NO_STREAM;
    for (const events of appends) {
      const done: AppendResult = await client.appendToStream(stream, events, { expectedRevision });
      expectedRevision = done.nextExpectedRevision;
    }
  };
  const append = async ({ events, inFlight, eventsEach }: Appending): Promise<Usage> => {
    rounds += 1;
    const round = rounds;
    const calls = Math.ceil(events / eventsEach / inFlight);
    const made = times(inFlight, () => times(calls, () => times(eventsEach, event)));
    return used(calls * inFlight * eventsEach, async () => {
      const streams = made.map((appends, worker) =>
        writeStream(`appended-${process.pid}.${round}.${worker}`, appends),
      );
      await Promise.all(streams);
    });
  };
  /** One append to each stream. */
  const fill = async ({ first = 0, streams, eventsEach }: Filling): Promise<void> => {
    const worker = async (offset: number): Promise<void> => {
      for (let n = first + offset; n < streams; n += fillInFlight) {
        await writeStream(streamName(eventsEach, n), [times(eventsEach, event)]);
      }
    };
    await Promise.all(times(fillInFlight, worker));
  };
  const readAll = async (events: number): Promise<void> => {
    let seen = 0;
    for await (const { event } of client.readAll({ maxCount: events })) if (event) seen += 1;
    if (seen !== events) throw new Error(`readAll gave ${seen} events of ${events}`);
  };
  /** From the start of the log until it is caught up with. */
  const scan = async (): Promise<void> => {
    const subscription = client.subscribeToAll({ filter: noHit });
    await new Promise<void>((resolve, reject) => {
      subscription.on('caughtUp', resolve).on('error', reject);
      subscription.on('data', ({ event }) => {
        reject(new Error(`The filter let ${event?.type ?? 'nothing'} through`));
      });
    });
    await subscription.unsubscribe();
  };
  const readStreams = async (asked: StreamReading): Promise<Usage> => {
    const { streams, eventsEach, inFlight, reads, maxCount } = asked;
    rounds += 1;
    const each = Math.ceil(reads / inFlight);
    const offset = rounds * each * inFlight;
    const worker = async (first: number): Promise<void> => {
      for (let n = 0; n < each; n += 1) {
        const stream = streamName(eventsEach, (offset + first + n * inFlight) % streams);
        let seen = 0;
        for await (const { event } of client.readStream(stream, { maxCount })) if (event) seen += 1;
        if (seen !== maxCount) throw new Error(`${stream} gave ${seen} events of ${maxCount}`);
      }
    };
    return used(each * inFlight, async () => {
      await Promise.all(times(inFlight, worker));
    });
  };

  const methods = {
    spent,
    append,
    fill,
    readAll: (events: number): Promise<Usage> => used(events, () => readAll(events)),
    scan: (events: number): Promise<Usage> => used(events, scan),
    readStreams,
    /** Bytes of one record of the log, by how far it moves the position. */
    async recordBytes(): Promise<number> {
      const at: number[] = [];
      for (let n = 0; n < 2; n += 1) {
        const { position } = await client.appendToStream(`probe-${process.pid}`, event());
        at.push(Number(position?.commit));
      }
      const [first = 0, second = 0] = at;
      return second - first;
    },
    /** Appends at a steady rate, whatever the answers do; when each was sent, by event id. */
    async pace({ perSecond, events }: Pacing): Promise<ReadonlyMap<string, bigint>> {
      const sent = new Map<string, bigint>();
      const answers: Promise<unknown>[] = [];
      const startedAt = performance.now();
      while (sent.size < events) {
        const due = Math.floor(((performance.now() - startedAt) * perSecond) / 1_000);
        while (sent.size < Math.min(due, events)) {
          const next = event();
          sent.set(next.id, process.hrtime.bigint());
          answers.push(client.appendToStream(`paced-${process.pid}`, next));
        }
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      await Promise.all(answers);
      return sent;
    },
    /** Follows the log from its end; when each of so many events came, by id. */
    async follow(events: number): Promise<ReadonlyMap<string, bigint>> {
      const seen = new Map<string, bigint>();
      const subscription = client.subscribeToAll({ fromPosition: 'end' });
      for await (const { event } of subscription) {
        if (event?.streamId.startsWith('paced-') === true) {
          seen.set(event.id, process.hrtime.bigint());
        }
        if (seen.size === events) break;
      }
      return seen;
    },
  };
  return Promise.resolve({ methods, stop: () => client.dispose() });
}

const streamName = (eventsEach: number, n: number): string => `filled-${eventsEach}-${n}`;

const times = <Result>(count: number, make: (n: number) => Result): Result[] =>
  Array.from({ length: count }, (_, n) => make(n));

export type StoreClient = Awaited<ReturnType<typeof storeClient>>['methods'];

serve(storeClient);
