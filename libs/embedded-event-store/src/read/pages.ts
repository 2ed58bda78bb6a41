import { type Reply } from './reply';

/** A reader's turn of the event loop, in milliseconds, so that appends get theirs. */
const TURN_MS = 3;
/** Events between two looks at the clock. */
const CLOCK_EVERY = 32;
/** A page holds no more than this, and one message: it is what a slow reader keeps in memory. */
export const PAGE_MESSAGES = 128;
export const PAGE_BYTES = 131_072;

/** What is sent to one reader in one turn. */
export class Page {
  private readonly endsAt = performance.now() + TURN_MS;
  private considered = 0;
  private messages = 0;
  private bytes = 0;
  private hasRoom = true;

  constructor(private readonly reply: Reply) {}

  send(message: Buffer): void {
    this.hasRoom = this.reply.write(message);
    this.messages++;
    this.bytes += message.length;
  }

  /** To be asked after every event, sent or not: whether the turn may look at another one. */
  goesOn(): boolean {
    if (this.messages >= PAGE_MESSAGES || this.bytes >= PAGE_BYTES) return false;
    return ++this.considered % CLOCK_EVERY !== 0 || performance.now() < this.endsAt;
  }

  /** The reader takes what it is sent: there is nothing to wait for. */
  get isTaken(): boolean {
    return this.hasRoom;
  }

  /** Lets other work have a turn, and waits while the reader is behind. */
  async end(): Promise<void> {
    if (this.hasRoom) await new Promise((resolve) => setImmediate(resolve));
    else await this.reply.drained();
  }
}

/** A position or revision from the wire as a number; beyond 2^53 is beyond every log. */
export function toNumber(value: bigint): number {
  return Number(value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : value);
}
