/** The largest message MongoDB takes, in bytes; `hello` announces it. */
export const maxMessageSize = 48_000_000;

const headerSize = 16;

/** Cuts a byte stream into whole wire messages, header included. */
export class MessageSplitter {
  private pending: Buffer[] = [];
  private size = 0;

  /** @throws RangeError when the stream announces a length no message can have. */
  *push(chunk: Buffer): Generator<Buffer> {
    this.pending.push(chunk);
    this.size += chunk.length;
    for (;;) {
      const length = this.nextLength();
      if (length === undefined || this.size < length) return;
      const joined = this.join();
      this.size -= length;
      this.pending = this.size === 0 ? [] : [joined.subarray(length)];
      yield joined.subarray(0, length);
    }
  }

  private join(): Buffer {
    const [first] = this.pending;
    const joined =
      first !== undefined && this.pending.length === 1 ? first : Buffer.concat(this.pending);
    this.pending = [joined];
    return joined;
  }

  private nextLength(): number | undefined {
    if (this.size < 4) return undefined;
    const [first] = this.pending;
    const head = first !== undefined && first.length >= 4 ? first : this.join();
    const length = head.readInt32LE(0);
    if (length < headerSize || length > maxMessageSize) {
      throw new RangeError(`a message of ${String(length)} bytes`);
    }
    return length;
  }
}
