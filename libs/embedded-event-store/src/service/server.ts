import { Connections } from '@jejak/embedded-node';
import { Server, ServerCredentials, type sendUnaryData, type ServerUnaryCall } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { type Writer } from '../append/writer';
import { type Listening } from '../listening';
import { type TlsMaterial, type User } from '../options';
import { type Tail } from '../read/tail';
import { type EventLog } from '../storage/event-log';
import { encodeClusterOfOne } from '../wire/node-responses';
import { dialledBy } from './advertised-address';
import { appendHandler, deleteHandler } from './append';
import { batchAppendHandler } from './batch-append';
import { demandUser } from './demand-user';
import { gossipService, serverFeaturesService, streamsService } from './definition';
import { supportedMethods } from './node-facts';
import { OpenCalls } from './open-calls';
import { readHandler } from './read';
import { sendAhead } from './send-ahead';

export interface RunningServer {
  /** Null when there is a Unix socket only. */
  readonly port: number | null;
  /** New connections, calls and appends are refused from now on. */
  takeNothingNew(): void;
  /** Ends open calls with a status, lets the replies leave, then closes the connections. */
  stop(): Promise<void>;
}

/** The client sends up to 3 MiB and one event in a request; the real server takes 17 MiB. */
const MAX_RECEIVE_BYTES = 17 * 1_048_576;
const KEEP_ALIVE_MS = 10_000;
/** For clients that take their replies slowly. A connection that is cut is dialled again too. */
const SHUTDOWN_GRACE_MS = 2_000;

/**
 * Rejects with an error whose `code` is `port-unavailable` or `socket-unavailable` when it cannot
 * listen where it is to.
 */
export async function startServer(
  listening: Listening,
  log: EventLog,
  writer: Writer,
  tail: Tail,
): Promise<RunningServer> {
  const server = new Server({
    'grpc.max_receive_message_length': MAX_RECEIVE_BYTES,
    'grpc.max_send_message_length': -1,
    'grpc.keepalive_time_ms': KEEP_ALIVE_MS,
    'grpc.keepalive_timeout_ms': KEEP_ALIVE_MS,
    interceptors: [sendAhead],
  });
  const calls = new OpenCalls();
  const connections = new Connections();
  server.addService(streamsService, {
    read: readHandler(log, tail, calls),
    append: appendHandler(writer),
    batchAppend: batchAppendHandler(writer, calls),
    delete: deleteHandler(writer, 'delete'),
    tombstone: deleteHandler(writer, 'tombstone'),
  });
  server.addService(serverFeaturesService, {
    getSupportedMethods: unary(() => supportedMethods),
  });
  const port = await listen(server, listening, connections);
  if (port !== null) {
    const instanceId = randomUUID();
    server.addService(gossipService, {
      read: unary((call) => {
        const { host, port: dialled } = dialledBy(call.getHost(), listening, port);
        return encodeClusterOfOne(instanceId, host, dialled);
      }),
    });
  }
  return {
    port,
    takeNothingNew: () => {
      connections.acceptNoMore();
      calls.takeNothingNew();
    },
    stop: async () => {
      calls.endAll();
      await shutDown(server, connections);
      // Those that never spoke the protocol.
      connections.cut();
      await connections.leave();
    },
  };
}

type UnaryHandler = (
  call: ServerUnaryCall<Buffer, Buffer>,
  callback: sendUnaryData<Buffer>,
) => void;

function unary(reply: (call: ServerUnaryCall<Buffer, Buffer>) => Buffer): UnaryHandler {
  return (call, callback) => {
    callback(null, reply(call));
  };
}

/** Everything that is different at the port and at the socket is here. Resolves with the port. */
async function listen(
  server: Server,
  { tcp, unixSocket, tls, user }: Listening,
  connections: Connections,
): Promise<number | null> {
  try {
    if (unixSocket !== null) {
      const door = server.createConnectionInjector(ServerCredentials.createInsecure());
      await connections.listenOnSocket(unixSocket, (socket) => {
        door.injectConnection(socket);
      });
    }
    if (tcp === null) return null;
    const door = server.createConnectionInjector(credentialsOf(tls, user));
    return await connections.listenOnPort(tcp, (socket) => {
      door.injectConnection(socket);
    });
  } catch (error) {
    connections.acceptNoMore();
    await connections.leave();
    throw error;
  }
}

function credentialsOf(tls: TlsMaterial | null, user: User | null): ServerCredentials {
  if (tls === null) return ServerCredentials.createInsecure();
  const pair = {
    cert_chain: Buffer.from(tls.certificate),
    private_key: Buffer.from(tls.key),
  };
  const secure = ServerCredentials.createSsl(null, [pair]);
  return user === null ? secure : demandUser(secure, user);
}

/** Waits for clients to take their replies; those that do not in time lose their connection. */
function shutDown(server: Server, connections: Connections): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      connections.cut();
    }, SHUTDOWN_GRACE_MS);
    server.tryShutdown(() => {
      clearTimeout(cut);
      resolve();
    });
  });
}
