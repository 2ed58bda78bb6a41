/** Enough of a message to know what it asks. */
const headBytes = 64;

/** Calls back with the beginning of each message once its last byte came; keeps nothing else of it. */
export function messageHeads(onMessage: (head: Buffer) => void): (chunk: Buffer) => void {
  let head: Buffer = Buffer.alloc(0);
  let seen = 0;
  const lengthOf = (): number => (head.length < 4 ? Infinity : head.readInt32LE(0));
  return (chunk) => {
    for (let at = 0; at < chunk.length;) {
      const wanted = head.length < 4 ? 4 : Math.min(lengthOf(), headBytes);
      const inHead = head.length < wanted;
      const part = chunk.subarray(at, at + (inHead ? wanted - head.length : lengthOf() - seen));
      if (inHead) head = Buffer.concat([head, part]);
      at += part.length;
      seen += part.length;
      if (seen < lengthOf()) continue;
      onMessage(head);
      head = Buffer.alloc(0);
      seen = 0;
    }
  };
}
