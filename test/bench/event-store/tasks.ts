import type { Usage } from '../measure';
import type { Child } from '../processes/child';
import type { EchoClient } from '../processes/echo-client';
import type { RawLmdb } from '../processes/raw-lmdb';
import type { StoreClient } from '../processes/store-client';
import { eventsOfStream, type EventStoreScale } from './scale';

/** What one row asks for: the official client of the node, and both floors of the same work. */
export interface Task {
  readonly key: string;
  readonly name: string;
  readonly store: (client: Child<StoreClient>) => Promise<Usage>;
  readonly echo: (client: Child<EchoClient>) => Promise<Usage>;
  /** Operations of the row for each of the echo's; 1 when not given. */
  readonly echoScale?: number;
  readonly lmdb: (storage: Child<RawLmdb>) => Promise<Usage>;
}

/** Streams that are longer than a page, so that reading one takes several. */
export const longStreams = { streams: 20, eventsEach: 1_000 };

/** About what an append is answered with. */
const acknowledgementBytes = 110;
/** Calls in flight of 500 events each. */
const batchesInFlight = 4;
const batchEvents = 500;

/** `recordBytes`: of an event in the log, about what it has on the wire. */
export const appendTasks = (scale: EventStoreScale, recordBytes: number): Task[] => [
  ...[1, 16, 64, 256].map((inFlight): Task => {
    const events =
      Math.ceil((scale.singleAppends * (inFlight === 1 ? 1 : 4)) / inFlight) * inFlight;
    return {
      key: `append-${inFlight}`,
      name: `append, ${inFlight} in flight`,
      store: (client) => client.call('append', { events, inFlight, eventsEach: 1 }),
      echo: (client) =>
        client.call('exchange', {
          messages: events,
          inFlight,
          requestBytes: recordBytes,
          responseBytes: acknowledgementBytes,
        }),
      lmdb: (storage) => storage.call('write', { events, group: inFlight, streams: inFlight }),
    };
  }),
  appendBatches(scale, recordBytes),
];

function appendBatches({ singleAppends }: EventStoreScale, recordBytes: number): Task {
  const calls = Math.ceil((singleAppends * 16) / batchEvents / batchesInFlight) * batchesInFlight;
  const events = calls * batchEvents;
  return {
    key: 'append-500',
    name: `append, ${batchEvents} events a call, ${batchesInFlight} in flight (per event)`,
    store: (client) =>
      client.call('append', { events, inFlight: batchesInFlight, eventsEach: batchEvents }),
    echo: (client) =>
      client.call('exchange', {
        messages: calls,
        inFlight: batchesInFlight,
        requestBytes: recordBytes * batchEvents,
        responseBytes: acknowledgementBytes,
      }),
    echoScale: batchEvents,
    lmdb: (storage) => storage.call('write', { events, group: batchEvents, streams: 1 }),
  };
}

/** `events`: all that the log holds. */
export function readTasks(scale: EventStoreScale, recordBytes: number, events: number): Task[] {
  const reading = scale.readEvents;
  const { streams, streamReads } = scale;
  const short = { streams, eventsEach: eventsOfStream, maxCount: 8, inFlight: 16 };
  const long = { ...longStreams, maxCount: longStreams.eventsEach, inFlight: 4 };
  return [
    {
      key: 'read-all',
      name: 'readAll (per event)',
      store: (client) => client.call('readAll', reading),
      echo: (client) =>
        client.call('list', {
          calls: 1,
          inFlight: 1,
          messagesEach: reading,
          messageBytes: recordBytes,
        }),
      echoScale: reading,
      lmdb: (storage) => storage.call('scan', reading),
    },
    {
      key: 'scan',
      name: 'filter without a hit (per event)',
      store: (client) => client.call('scan', events),
      // A checkpoint for every 32 events is all that is sent.
      echo: (client) =>
        client.call('list', {
          calls: 1,
          inFlight: 1,
          messagesEach: Math.ceil(events / 32),
          messageBytes: 20,
        }),
      echoScale: events,
      lmdb: (storage) => storage.call('scan', reading),
    },
    {
      key: 'read-8',
      name: 'stream of 8 events (per read)',
      store: (client) => client.call('readStreams', { ...short, reads: streamReads }),
      echo: (client) =>
        client.call('list', {
          calls: streamReads,
          inFlight: short.inFlight,
          messagesEach: short.maxCount,
          messageBytes: recordBytes,
        }),
      lmdb: (storage) => storage.call('look', { reads: streamReads, eventsEach: short.maxCount }),
    },
    {
      key: 'read-1000',
      name: 'stream of 1,000 events (per read)',
      store: (client) => client.call('readStreams', { ...long, reads: streamReads / 50 }),
      echo: (client) =>
        client.call('list', {
          calls: streamReads / 50,
          inFlight: long.inFlight,
          messagesEach: long.maxCount,
          messageBytes: recordBytes,
        }),
      lmdb: (storage) =>
        storage.call('look', { reads: streamReads / 50, eventsEach: long.maxCount }),
    },
  ];
}
