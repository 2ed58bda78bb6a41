import { Client, credentials, type ClientReadableStream } from '@grpc/grpc-js';

import { type Usage, used } from '../measure';
import { echoService, encodeWanted } from './echo-service';
import { serve } from './serve';

export interface Exchange {
  readonly messages: number;
  readonly inFlight: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
}

export interface Listing {
  readonly calls: number;
  readonly inFlight: number;
  readonly messagesEach: number;
  readonly messageBytes: number;
}

/** Asks the echo as the official client asks a node: as many messages, as large, as many at once. */
function echoClient({ address }: { readonly address: string }) {
  const client = new Client(address, credentials.createInsecure());
  const { exchange, list } = echoService;

  const exchanged = ({ messages, inFlight, requestBytes, responseBytes }: Exchange) =>
    new Promise<void>((resolve, reject) => {
      const call = client.makeBidiStreamRequest(
        exchange.path,
        exchange.requestSerialize,
        exchange.responseDeserialize,
      );
      let sent = 0;
      let received = 0;
      const send = (): void => {
        sent += 1;
        call.write(encodeWanted(1, responseBytes, requestBytes));
      };
      call.on('data', () => {
        received += 1;
        if (received === messages) call.end();
        else if (sent < messages) send();
      });
      call.on('error', reject);
      call.on('end', resolve);
      while (sent < Math.min(inFlight, messages)) send();
    });
  const listed = async ({ messagesEach, messageBytes }: Listing): Promise<void> => {
    const call: ClientReadableStream<Buffer> = client.makeServerStreamRequest(
      list.path,
      list.requestSerialize,
      list.responseDeserialize,
      encodeWanted(messagesEach, messageBytes, 0),
    );
    let seen = 0;
    for await (const message of call) if (message instanceof Buffer) seen += 1;
    if (seen !== messagesEach) throw new Error(`${seen} messages came of ${messagesEach}`);
  };
  const methods = {
    exchange: (asked: Exchange): Promise<Usage> => used(asked.messages, () => exchanged(asked)),
    list: (asked: Listing): Promise<Usage> => {
      const each = Math.ceil(asked.calls / asked.inFlight);
      const worker = async (): Promise<void> => {
        for (let n = 0; n < each; n += 1) await listed(asked);
      };
      return used(each * asked.inFlight, async () => {
        await Promise.all(Array.from({ length: asked.inFlight }, worker));
      });
    },
  };
  const stop = (): Promise<void> => {
    client.close();
    return Promise.resolve();
  };
  return Promise.resolve({ methods, stop });
}

export type EchoClient = Awaited<ReturnType<typeof echoClient>>['methods'];

serve(echoClient);
