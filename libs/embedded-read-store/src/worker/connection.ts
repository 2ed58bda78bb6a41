import { type Socket } from 'node:net';
import { type Context } from '../commands/command';
import { dispatch } from '../commands/dispatch';
import { Cut } from '../commands/faults';
import { MessageSplitter } from '../wire/framing';
import { frameReply, parseMessage } from '../wire/message';

let replyIds = 0;

/** One client: its commands one after the other, each answered before the next is begun. */
export class Connection {
  private readonly splitter = new MessageSplitter();
  private readonly waiting: Buffer[] = [];
  private working = false;
  private idle = Promise.resolve();

  constructor(
    private readonly socket: Socket,
    private readonly context: Context,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (chunk) => {
      this.take(chunk);
    });
    // A client that goes away mid-reply is its own business; 'close' follows and drops the socket.
    socket.on('error', () => socket.destroy());
  }

  /** Resolves when what was begun is answered; what was sent after it is not begun any more. */
  async end(): Promise<void> {
    this.waiting.length = 0;
    await this.idle;
    this.socket.end(() => this.socket.destroy());
  }

  private take(chunk: Buffer): void {
    try {
      this.waiting.push(...this.splitter.push(chunk));
    } catch {
      // A stream that is not this protocol: nothing more can be said on it.
      this.socket.destroy();
      return;
    }
    // Whoever sends faster than it is answered is read no further.
    if (this.working) this.socket.pause();
    else this.idle = this.work();
  }

  private async work(): Promise<void> {
    this.working = true;
    try {
      for (;;) {
        const message = this.waiting.shift();
        if (message === undefined || this.socket.destroyed) break;
        await this.answer(message);
        if (this.waiting.length === 0) this.socket.resume();
      }
    } catch (error) {
      this.socket.destroy();
      if (error instanceof Cut && error.exit) process.exit(1);
    } finally {
      this.working = false;
    }
  }

  private async answer(message: Buffer): Promise<void> {
    const request = parseMessage(message);
    const reply = await dispatch(request, this.context);
    replyIds = (replyIds + 1) | 0;
    if (!request.wantsReply || this.socket.destroyed) return;
    if (!this.socket.write(frameReply(request, reply, replyIds))) await this.drained();
  }

  private drained(): Promise<void> {
    return new Promise((resolve) => {
      const over = (): void => {
        this.socket.off('drain', over).off('close', over);
        resolve();
      };
      this.socket.on('drain', over).on('close', over);
    });
  }
}
