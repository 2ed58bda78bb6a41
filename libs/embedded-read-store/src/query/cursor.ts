import { type Value } from '../bson/value';
import { ServerError } from '../errors';
import { type CollectionRecord } from '../storage/catalogue';
import { pause, type Step, type Turn } from './pace';

/** A reply's documents, in bytes; leaves room for the frame around them. */
const maxBatchBytes = 16 * 1024 * 1024 - 16 * 1024;

/** What a document costs in a batch besides its own bytes. */
const bytesAround = 16;

export interface Batch {
  readonly documents: Value[];
  /** 0 when everything was given. */
  readonly cursorId: bigint;
  readonly namespace: string;
}

/** A result that is read bit by bit. */
export interface Cursor {
  readonly namespace: string;
  /** Undefined when the result does not come from a collection. */
  readonly collection: CollectionRecord | undefined;
  readonly documents: Iterator<Step>;
  /** Read from the iterator but not yet given: it did not fit the batch. */
  held: Value | undefined;
  isKilled: boolean;
}

/** Up to `size` documents, as many as one reply can carry. @throws ServerError 237. */
export async function takeBatch(
  cursor: Cursor,
  size: number,
  turn: Turn,
): Promise<{ documents: Value[]; isLast: boolean }> {
  const documents: Value[] = [];
  if (size === 0) return { documents, isLast: false };
  let bytes = 0;
  for (;;) {
    const document = cursor.held ?? next(cursor);
    if (document === pause) {
      await turn();
      if (cursor.isKilled) throw new ServerError(237, 'the cursor was killed');
      continue;
    }
    cursor.held = undefined;
    if (document === undefined) return { documents, isLast: true };
    bytes += document.end - document.start + bytesAround;
    if (documents.length > 0 && bytes > maxBatchBytes) {
      cursor.held = document;
      return { documents, isLast: false };
    }
    documents.push(document);
    if (documents.length === size) return { documents, isLast: isAtEnd(cursor) };
  }
}

/** Whether there is nothing more, as far as that can be told without searching long. */
function isAtEnd(cursor: Cursor): boolean {
  const following = next(cursor);
  if (following !== pause) cursor.held = following;
  return following === undefined;
}

function next({ documents }: Cursor): Step | undefined {
  const step = documents.next();
  return step.done === true ? undefined : step.value;
}
