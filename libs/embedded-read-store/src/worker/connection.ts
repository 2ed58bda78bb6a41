import { type Socket } from 'node:net';
import { type ConnectionContext } from '../commands/command';
import { dispatch } from '../commands/dispatch';
import { Cut } from '../commands/faults';
import { MessageSplitter } from '../wire/framing';
import { frameReply, parseMessage } from '../wire/message';

let replyIds = 0;

const endedByFailPoint = (): Error =>
  Object.assign(new Error('the read store was ended by a fail point'), { code: 'fail-point' });

/** One client: its commands one after the other, each answered before the next is begun. */
export class Connection {
  private readonly splitter = new MessageSplitter();
  private readonly waiting: Buffer[] = [];
  private readonly context: ConnectionContext;
  private working: Promise<void> | undefined;

  /** `end` is called when a fail point ends the whole node. */
  constructor(
    private readonly socket: Socket,
    context: Omit<ConnectionContext, 'isGone'>,
    private readonly end: (reason: Error) => void,
  ) {
    this.context = { ...context, isGone: () => socket.destroyed };
    socket.on('data', (chunk) => {
      this.take(chunk);
    });
    // A client that goes away mid-reply is its own business; 'close' follows and drops the socket.
    socket.on('error', () => socket.destroy());
  }

  /** Resolves when what was begun is answered; what was sent after it is not begun any more. */
  async finish(): Promise<void> {
    this.waiting.length = 0;
    await this.working;
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
    if (this.working !== undefined) this.socket.pause();
    else if (this.waiting.length > 0) this.working = this.work();
  }

  private async work(): Promise<void> {
    try {
      for (;;) {
        const message = this.waiting.shift();
        if (message === undefined) break;
        await this.answer(message);
        if (this.waiting.length === 0) this.socket.resume();
      }
    } catch (error) {
      this.waiting.length = 0;
      this.socket.destroy();
      if (error instanceof Cut && error.exit) this.end(endedByFailPoint());
    } finally {
      this.working = undefined;
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
