import { gossipService, serverFeaturesService } from './definition';
import { encodeSupportedMethods, type SupportedMethod } from '../wire/node-responses';

const STREAMS = 'event_store.client.streams.streams';

/**
 * What the node says it can do. Persistent subscriptions and projections are not listed, so the
 * client refuses them itself or gets UNIMPLEMENTED.
 */
const SUPPORTED: readonly SupportedMethod[] = [
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

/** The protocol generation spoken, in the form clients parse. */
const VERSION = '23.10.0';

export const supportedMethods = encodeSupportedMethods(SUPPORTED, VERSION);
