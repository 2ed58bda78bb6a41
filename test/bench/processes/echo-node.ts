import {
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerWritableStream,
} from '@grpc/grpc-js';
import { once } from 'node:events';

import { spent } from '../measure';
import { decodeWanted, echoService } from './echo-service';
import { serve } from './serve';

/** The floor of the transport: a grpc-js server that does nothing but answer. */
async function echoNode() {
  const server = new Server({ 'grpc.max_receive_message_length': -1 });
  server.addService(echoService, {
    exchange(call: ServerDuplexStream<Buffer, Buffer>) {
      call.on('data', (request: Buffer) => {
        call.write(Buffer.alloc(decodeWanted(request).size));
      });
      call.on('end', () => call.end());
    },
    list(call: ServerWritableStream<Buffer, Buffer>) {
      void answer(call).then(() => call.end());
    },
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(bound);
      else reject(error);
    });
  });
  const stop = (): Promise<void> => {
    server.forceShutdown();
    return Promise.resolve();
  };
  return { methods: { spent, address: () => `127.0.0.1:${port}` }, stop };
}

async function answer(call: ServerWritableStream<Buffer, Buffer>): Promise<void> {
  const { count, size } = decodeWanted(call.request);
  for (let n = 0; n < count && !call.cancelled; n += 1) {
    if (!call.write(Buffer.alloc(size))) await once(call, 'drain');
  }
}

export type EchoNode = Awaited<ReturnType<typeof echoNode>>['methods'];

serve(echoNode);
