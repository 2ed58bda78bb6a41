import { gossipService, serverFeaturesService } from './definition';
import { encodeSupportedMethods, type SupportedMethod } from '../wire/node-responses';

const STREAMS = 'event_store.client.streams.streams';

/**
 * What the node says it can do. Of persistent subscriptions and projections only the calls are
 * listed that the client would otherwise make over HTTP/1.1, which nobody answers here: listed,
 * they end with UNIMPLEMENTED. The others it refuses itself, or gets the same answer.
 */
const SUPPORTED: readonly SupportedMethod[] = [
  ...['getinfo', 'list', 'replayparked', 'restartsubsystem'].map((method) => ({
    service: 'event_store.client.persistent_subscriptions.persistentsubscriptions',
    method,
    features: ['stream'],
  })),
  {
    service: 'event_store.client.projections.projections',
    method: 'create',
    features: ['track_emitted_streams'],
  },
  { service: STREAMS, method: 'read', features: ['position', 'events'] },
  { service: STREAMS, method: 'append', features: [] },
  { service: STREAMS, method: 'delete', features: [] },
  { service: STREAMS, method: 'tombstone', features: [] },
  { service: STREAMS, method: 'batchappend', features: ['deadline_duration'] },
];

/** Asked before a client knows which node to show its credentials to. */
export const OPEN_TO_EVERYBODY: ReadonlySet<string> = new Set([
  serverFeaturesService.getSupportedMethods.path,
  gossipService.read.path,
]);

/**
 * The server whose ways these are, in the form clients parse. Before 24 a filtered subscription
 * counted its checkpoints differently, was not told that it had caught up with an absent stream, and
 * was cancelled by a server that stopped.
 */
const VERSION = '24.10.0';

export const supportedMethods = encodeSupportedMethods(SUPPORTED, VERSION);
