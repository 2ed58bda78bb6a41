import { Server, ServerCredentials, type sendUnaryData, type ServerUnaryCall } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { type Writer } from '../append/writer';
import { type Tail } from '../read/tail';
import { type EventLog } from '../storage/event-log';
import { encodeClusterOfOne } from '../wire/node-responses';
import { appendHandler, deleteHandler } from './append';
import { batchAppendHandler } from './batch-append';
import { gossipService, serverFeaturesService, streamsService } from './definition';
import { supportedMethods } from './node-facts';
import { OpenCalls } from './open-calls';
import { readHandler } from './read';

export interface RunningServer {
  readonly port: number;
  /** Ends open calls with a status, lets the replies leave, then closes the connections. */
  stop(): Promise<void>;
}

/** The client sends up to 3 MiB and one event in a request; the real server takes 17 MiB. */
const MAX_RECEIVE_BYTES = 17 * 1_048_576;
const KEEP_ALIVE_MS = 10_000;
const SHUTDOWN_GRACE_MS = 1_000;

/** Rejects with an error whose `code` is `port-unavailable` when the address cannot be bound. */
export async function startServer(
  { host, port }: { host: string; port: number },
  log: EventLog,
  writer: Writer,
  tail: Tail,
): Promise<RunningServer> {
  const server = new Server({
    'grpc.max_receive_message_length': MAX_RECEIVE_BYTES,
    'grpc.max_send_message_length': -1,
    'grpc.keepalive_time_ms': KEEP_ALIVE_MS,
    'grpc.keepalive_timeout_ms': KEEP_ALIVE_MS,
  });
  const calls = new OpenCalls();
  const instanceId = randomUUID();
  server.addService(streamsService, {
    read: readHandler(log, tail, calls),
    append: appendHandler(writer),
    batchAppend: batchAppendHandler(writer, calls),
    delete: deleteHandler(writer, 'delete'),
    tombstone: deleteHandler(writer, 'tombstone'),
  });
  server.addService(serverFeaturesService, {
    getSupportedMethods: constant(() => supportedMethods),
  });
  const bound = await bind(server, host, port);
  server.addService(gossipService, {
    read: constant(() => encodeClusterOfOne(instanceId, host, bound)),
  });
  return {
    port: bound,
    stop: async () => {
      calls.endAll();
      await shutDown(server);
    },
  };
}

type UnaryHandler = (
  call: ServerUnaryCall<Buffer, Buffer>,
  callback: sendUnaryData<Buffer>,
) => void;

function constant(reply: () => Buffer): UnaryHandler {
  return (_call, callback) => {
    callback(null, reply());
  };
}

function bind(server: Server, host: string, port: number): Promise<number> {
  const address = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  return new Promise((resolve, reject) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(bound);
      else
        reject(
          Object.assign(new Error(`cannot listen on ${address}: ${error.message}`), {
            code: 'port-unavailable',
          }),
        );
    });
  });
}

function shutDown(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => {
      server.forceShutdown();
      resolve();
    }, SHUTDOWN_GRACE_MS);
    server.tryShutdown(() => {
      clearTimeout(force);
      resolve();
    });
  });
}
