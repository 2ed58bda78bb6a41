import { connect, type Socket } from 'node:net';
import { type Document, deserialize, serialize } from 'bson';

export const OP_MSG = 2013;
export const OP_QUERY = 2004;

export interface Reply {
  readonly operation: number;
  readonly document: Document;
}

/** A message with its length in front; `length` lies about it. */
export function framed(operation: number, body: Uint8Array, length = 16 + body.length): Buffer {
  const message = Buffer.alloc(16 + body.length);
  message.writeInt32LE(length, 0);
  message.writeInt32LE(7, 4);
  message.writeInt32LE(operation, 12);
  message.set(body, 16);
  return message;
}

const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
};

/** The body section of an OP_MSG. */
export const bodySection = (document: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([0]), document]);

/** A document sequence of an OP_MSG; `length` lies about it. */
export function sequenceSection(
  name: string,
  documents: readonly Uint8Array[],
  length?: number,
): Buffer {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...documents]);
  return Buffer.concat([Buffer.from([1]), int32(length ?? content.length + 4), content]);
}

export const opMsg = (sections: readonly Uint8Array[], flags = 0): Buffer =>
  framed(OP_MSG, Buffer.concat([int32(flags), ...sections]));

export const command = (document: Document, flags = 0): Buffer =>
  opMsg([bodySection(serialize(document))], flags);

export const opQuery = (collection: string, document: Document): Buffer =>
  framed(
    OP_QUERY,
    Buffer.concat([
      int32(0),
      Buffer.from(`${collection}\0`),
      int32(0),
      int32(-1),
      serialize(document),
    ]),
  );

function replyIn(bytes: Buffer): Reply | undefined {
  if (bytes.length < 4 || bytes.length < bytes.readInt32LE(0)) return undefined;
  const operation = bytes.readInt32LE(12);
  const message = bytes.subarray(0, bytes.readInt32LE(0));
  return { operation, document: deserialize(message.subarray(operation === OP_MSG ? 21 : 36)) };
}

/** A connection of bytes. */
export class RawConnection {
  private received = Buffer.alloc(0);
  private closed = false;
  private wake: () => void = () => undefined;

  private constructor(readonly socket: Socket) {
    socket.on('data', (chunk) => {
      this.received = Buffer.concat([this.received, chunk]);
      this.wake();
    });
    // A connection that is cut is what some of these tests want.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.closed = true;
      this.wake();
    });
  }

  static async to(url: string): Promise<RawConnection> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new RawConnection(socket);
  }

  write(bytes: Uint8Array): void {
    if (!this.socket.destroyed) this.socket.write(bytes);
  }

  /** The next reply, or undefined when the server closed the connection instead. */
  async reply(): Promise<Reply | undefined> {
    for (;;) {
      const reply = replyIn(this.received);
      if (reply !== undefined) {
        this.received = this.received.subarray(this.received.readInt32LE(0));
        return reply;
      }
      if (this.closed) return undefined;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  /** Says nothing more and waits for what the server says to that. */
  async finish(): Promise<Reply | undefined> {
    this.socket.end();
    return this.reply();
  }

  close(): void {
    this.socket.destroy();
  }
}
