import type {
  BatchAppendReq,
  BatchAppendResp,
  ReadReq,
  ReadResp,
} from '@eventstore/db-client/generated/streams_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import {
  SupportedMethod,
  SupportedMethods,
} from '@eventstore/db-client/generated/serverfeatures_pb';
import {
  type sendUnaryData,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerWritableStream,
} from '@grpc/grpc-js';

export type AppendCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;
export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** Answers as a test tells it to: for what a healthy server never does. */
export interface ScriptedServer {
  readonly connectionString: string;
  readonly port: number;
  onAppend: (request: BatchAppendReq, call: AppendCall) => void;
  /** A read of a stream. */
  onRead: (call: ReadCall) => void;
  /** A read of the whole log; finds it empty unless told otherwise. */
  onReadAll: (call: ReadCall) => void;
  onSubscribe: (call: ReadCall) => void;
  /** How many streams of appends were opened. */
  readonly appendCalls: number;
  stop(): void;
}

/**
 * Tells one client's channels apart, and the channels of different clients: the name is the client's.
 * The connection alone would not, because clients of one process share it where they can.
 */
export const channelOf = (call: ReadCall): string =>
  `${call.getPeer()} ${String(call.metadata.get('connection-name')[0])}`;

export async function startScriptedServer(atPort = 0): Promise<ScriptedServer> {
  const server = new Server();
  let appendCalls = 0;
  server.addService(ServerFeaturesService, {
    getSupportedMethods(_: unknown, reply: sendUnaryData<SupportedMethods>) {
      const method = new SupportedMethod();
      method.setServiceName('event_store.client.streams.Streams');
      method.setMethodName('BatchAppend');
      const methods = new SupportedMethods();
      methods.addMethods(method);
      reply(null, methods);
    },
  });
  const ignore = (): void => undefined;
  server.addService(StreamsService, {
    batchAppend(call: AppendCall) {
      appendCalls += 1;
      call.on('error', ignore);
      call.on('data', (request: BatchAppendReq) => {
        scripted.onAppend(request, call);
      });
    },
    read(call: ReadCall) {
      call.on('error', ignore);
      const options = call.request.getOptions();
      if (options?.hasSubscription() === true) scripted.onSubscribe(call);
      else if (options?.hasAll() === true) scripted.onReadAll(call);
      else scripted.onRead(call);
    },
    append: ignore,
    delete: ignore,
    tombstone: ignore,
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${atPort}`, ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(bound);
      else reject(error);
    });
  });
  const scripted: ScriptedServer = {
    port,
    connectionString: `esdb://127.0.0.1:${port}?tls=false`,
    onAppend: ignore,
    onRead: ignore,
    onReadAll: (call) => {
      call.end();
    },
    onSubscribe: ignore,
    get appendCalls() {
      return appendCalls;
    },
    stop: () => {
      server.forceShutdown();
    },
  };
  return scripted;
}
