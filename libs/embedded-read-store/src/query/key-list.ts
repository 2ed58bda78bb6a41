const blockSize = 64 * 1024;

/** Many keys in little memory, in the order they were added. */
export class KeyList implements Iterable<Buffer> {
  private readonly blocks: Buffer[] = [];
  private used = blockSize;
  length = 0;

  /** `key` has at most 65,535 bytes. */
  add(key: Buffer): void {
    const size = key.length + 2;
    if (this.used + size > blockSize) {
      this.blocks.push(Buffer.alloc(Math.max(size, blockSize)));
      this.used = 0;
    }
    const block = this.blocks.at(-1) as Buffer;
    block.writeUInt16LE(key.length, this.used);
    key.copy(block, this.used + 2);
    this.used += size;
    this.length += 1;
  }

  *[Symbol.iterator](): Generator<Buffer> {
    for (const block of this.blocks) {
      for (let at = 0; at + 2 <= block.length;) {
        const length = block.readUInt16LE(at);
        // No key is empty: an empty one is where the block is not used any more.
        if (length === 0) break;
        yield block.subarray(at + 2, at + 2 + length);
        at += length + 2;
      }
    }
  }
}
