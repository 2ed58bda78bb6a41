import { type ExpectedRevision } from '../wire/append-requests';

/** What the check may know of the stream an append is meant for. */
export interface StreamView {
  /** Revision of the last event; -1 for a stream without events. */
  readonly last: number;
  readonly tombstoned: boolean;
  readonly softDeleted: boolean;
  /** Metadata was written for it, with or without events. Seldom asked, and a look at the disk. */
  hasMetadata(): boolean;
  /** Id of the event recorded at a revision of this stream. */
  idAt(revision: number): string | undefined;
  /** Revision at which this stream recently recorded an event id: best effort, as on the server. */
  recentRevisionOf(id: string): number | undefined;
}

export type AppendVerdict =
  | { readonly kind: 'append' }
  /** The very same events are already there, the last of them at `revision`. */
  | { readonly kind: 'repeated'; readonly revision: number }
  | { readonly kind: 'wrong-expected-version' }
  | { readonly kind: 'stream-deleted' };

const APPEND: AppendVerdict = { kind: 'append' };
const WRONG: AppendVerdict = { kind: 'wrong-expected-version' };

/**
 * Decides what becomes of an append, from the stream as it stands and the ids of the events.
 * An exact expectation is judged by what the stream holds; `any` and `stream_exists`, which name
 * no place to compare with, by the ids recently seen.
 */
export function checkAppend(
  expected: ExpectedRevision,
  ids: readonly string[],
  stream: StreamView,
): AppendVerdict {
  if (stream.tombstoned) return { kind: 'stream-deleted' };
  if (expected === 'any') return judgeByRecentIds(ids, stream);
  if (expected === 'stream_exists') {
    if (stream.softDeleted) return { kind: 'stream-deleted' };
    return stream.last < 0 && !stream.hasMetadata() ? WRONG : judgeByRecentIds(ids, stream);
  }
  const expectedLast = expected === 'no_stream' ? -1 : Number(expected);
  if (expectedLast > stream.last) return WRONG;
  if (expectedLast === stream.last) return APPEND;
  return judgeByRevision(expectedLast, ids, stream);
}

function judgeByRecentIds(ids: readonly string[], stream: StreamView): AppendVerdict {
  let revision = stream.last;
  for (const [index, id] of ids.entries()) {
    const recorded = stream.recentRevisionOf(id);
    if (recorded === undefined) return index === 0 ? APPEND : WRONG;
    revision = recorded;
  }
  return { kind: 'repeated', revision };
}

/** The stream has moved on: either by these very events, or by somebody else's. */
function judgeByRevision(
  expectedLast: number,
  ids: readonly string[],
  stream: StreamView,
): AppendVerdict {
  if (ids.length === 0) return WRONG;
  for (const [index, id] of ids.entries()) {
    if (stream.idAt(expectedLast + 1 + index) === id) continue;
    const mayRecreate = index === 0 && expectedLast === -1 && stream.softDeleted;
    return mayRecreate ? APPEND : WRONG;
  }
  return { kind: 'repeated', revision: expectedLast + ids.length };
}
