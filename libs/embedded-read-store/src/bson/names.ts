interface Known {
  readonly bytes: Buffer;
  readonly text: string;
}

/** How many names are remembered, a power of two, and how long they may be, in bytes. */
const slots = 1_024;
const longest = 32;

/** Names that were met lately, by what their bytes come to: documents of a collection share theirs. */
const known: (Known | undefined)[] = Array.from({ length: slots }, () => undefined);

/** The text of a field name that lies from `start` to before `end`. */
export function nameAt(bytes: Buffer, start: number, end: number): string {
  const length = end - start;
  if (length > longest) return bytes.toString('utf8', start, end);
  let hash = length;
  for (let at = start; at < end; at += 1) hash = (hash * 31 + (bytes[at] ?? 0)) | 0;
  const slot = hash & (slots - 1);
  const candidate = known[slot];
  if (candidate !== undefined && isAt(candidate.bytes, bytes, start, length)) return candidate.text;
  const text = bytes.toString('utf8', start, end);
  known[slot] = { bytes: Buffer.from(bytes.subarray(start, end)), text };
  return text;
}

function isAt(name: Buffer, bytes: Buffer, start: number, length: number): boolean {
  if (name.length !== length) return false;
  let at = 0;
  while (at < length && name[at] === bytes[start + at]) at += 1;
  return at === length;
}
