import { type Socket } from 'node:net';
import { type Context } from '../commands/command';
import { dispatch } from '../commands/dispatch';
import { Cut } from '../commands/faults';
import { MessageSplitter } from '../wire/framing';
import { frameReply, parseMessage } from '../wire/message';

let replyIds = 0;

/** Serves one client: its messages in order, each answered before the next is read. */
export function serve(socket: Socket, context: Context): void {
  const splitter = new MessageSplitter();
  socket.setNoDelay(true);
  socket.on('data', (chunk) => {
    try {
      for (const message of splitter.push(chunk)) {
        const request = parseMessage(message);
        const reply = dispatch(request, context);
        replyIds = (replyIds + 1) | 0;
        if (request.wantsReply) socket.write(frameReply(request, reply, replyIds));
      }
    } catch (error) {
      // A stream that is not this protocol, or a fail point: nothing more can be said on it.
      socket.destroy();
      if (error instanceof Cut && error.exit) process.exit(1);
    }
  });
  // A client that goes away mid-reply is its own business; 'close' follows and drops the socket.
  socket.on('error', () => socket.destroy());
}
