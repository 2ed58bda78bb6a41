import { createServer, type Server, type Socket } from 'node:net';

import { spent } from '../measure';
import { acknowledged, type Canned, cannedReply, greeting } from '../read-store/canned-replies';
import { messageHeads } from '../read-store/message-heads';
import { serve } from './serve';

const opReply = 1;
const opQuery = 2_004;
const opMsg = 2_013;

const greetings = ['hello', 'isMaster', 'ismaster'];
const questions = ['update', 'find', 'aggregate'];

/** The floor of the driver: a server that looks at the beginning of a message and knows the answer. */
async function cannedNode() {
  const [hello, ok] = [greeting(), acknowledged()];
  let canned = ok;
  const sockets = new Set<Socket>();

  const replyTo = (head: Buffer): Buffer => {
    const query = head.readInt32LE(12) === opQuery;
    // The name of the first field of the body: behind flags, kind, length and type in OP_MSG.
    const name = query ? 'hello' : head.toString('latin1', 26, head.indexOf(0, 26));
    const body = greetings.includes(name) ? hello : questions.includes(name) ? canned : ok;
    const prefix = query ? 36 : 21;
    const reply = Buffer.alloc(prefix + body.length);
    reply.writeInt32LE(reply.length, 0);
    reply.writeInt32LE(head.readInt32LE(4), 8);
    reply.writeInt32LE(query ? opReply : opMsg, 12);
    if (query) reply.writeInt32LE(1, 32);
    reply.set(body, prefix);
    return reply;
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on(
      'data',
      messageHeads((head) => {
        socket.write(replyTo(head));
      }),
    );
  });
  const port = await listening(server);
  const methods = {
    spent,
    connectionString: () => `mongodb://127.0.0.1:${port}/?directConnection=true`,
    answer(kind: Canned): void {
      canned = cannedReply(kind);
    },
  };
  const stop = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { methods, stop };
}

const listening = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('No port was bound'));
      else resolve(address.port);
    });
  });

export type CannedNode = Awaited<ReturnType<typeof cannedNode>>['methods'];

serve(cannedNode);
