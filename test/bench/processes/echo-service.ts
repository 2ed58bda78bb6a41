import type { MethodDefinition } from '@grpc/grpc-js';

const identity = (bytes: Buffer): Buffer => bytes;

const method = (
  path: string,
  requestStream: boolean,
): MethodDefinition<Buffer, Buffer> & { readonly responseStream: true } => ({
  path,
  requestStream,
  responseStream: true,
  requestSerialize: identity,
  requestDeserialize: identity,
  responseSerialize: identity,
  responseDeserialize: identity,
});

/**
 * What grpc-js takes for the messages alone. Every request begins with two numbers: how many
 * messages it wants for an answer, and how many bytes each of them has.
 */
export const echoService = {
  /** One long call, as appends use it. */
  exchange: method('/bench.Echo/Exchange', true),
  /** A call for each reading. */
  list: method('/bench.Echo/List', false),
} as const;

export const encodeWanted = (count: number, size: number, bytes: number): Buffer => {
  const request = Buffer.alloc(Math.max(8, bytes));
  request.writeUInt32BE(count, 0);
  request.writeUInt32BE(size, 4);
  return request;
};

export const decodeWanted = (request: Buffer): { count: number; size: number } => ({
  count: request.readUInt32BE(0),
  size: request.readUInt32BE(4),
});
