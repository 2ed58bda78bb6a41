import { type MethodDefinition, type ServiceDefinition } from '@grpc/grpc-js';

const identity = (bytes: Buffer): Buffer => bytes;

function method(
  path: string,
  requestStream: boolean,
  responseStream: boolean,
): MethodDefinition<Buffer, Buffer> {
  return {
    path,
    requestStream,
    responseStream,
    requestSerialize: identity,
    requestDeserialize: identity,
    responseSerialize: identity,
    responseDeserialize: identity,
  };
}

/** The methods this node answers. grpc-js answers UNIMPLEMENTED to every other path by itself. */
export const streamsService = {
  read: method('/event_store.client.streams.Streams/Read', false, true),
  append: method('/event_store.client.streams.Streams/Append', true, false),
  batchAppend: method('/event_store.client.streams.Streams/BatchAppend', true, true),
  delete: method('/event_store.client.streams.Streams/Delete', false, false),
  tombstone: method('/event_store.client.streams.Streams/Tombstone', false, false),
} as const satisfies ServiceDefinition;

export const serverFeaturesService = {
  getSupportedMethods: method(
    '/event_store.client.server_features.ServerFeatures/GetSupportedMethods',
    false,
    false,
  ),
} as const satisfies ServiceDefinition;

export const gossipService = {
  read: method('/event_store.client.gossip.Gossip/Read', false, false),
} as const satisfies ServiceDefinition;
