import { deciderOf, type Position } from '@jejak/domain';
import type { EventStore } from '@jejak/event-store';

/** Up to which event a stream is folded; everything when neither is given. */
export interface FoldUntil {
  /** Last revision to fold, inclusive. */
  readonly atRevision?: bigint;
  /** ISO 8601 UTC with milliseconds: events recorded up to then. */
  readonly asOf?: string;
}

export interface StreamState {
  /** Revision, recording instant and position of the last event folded; null when none was. */
  readonly last: {
    readonly revision: bigint;
    readonly recordedAt: string;
    readonly position: Position;
  } | null;
  /** What the rules of the stream make of its events; null when none was folded. */
  readonly state: object | null;
}

/**
 * The state a stream's own decider sees, at a moment of its history. Null when the stream does not
 * exist or holds nothing that Jejak has rules for. Throws `UnreadableEventError` at an event before
 * that moment that this release cannot read.
 */
export async function stateOf(
  store: EventStore,
  stream: string,
  { atRevision, asOf }: FoldUntil = {},
): Promise<StreamState | null> {
  const decider = deciderOf(stream);
  if (!decider) return null;
  let exists = false;
  let folded: StreamState = { last: null, state: null };
  for await (const { event, revision, position, metadata } of store.readStream(stream)) {
    exists = true;
    const { recordedAt } = metadata;
    // Recording instants never go back within a stream, so nothing after this one counts either.
    if ((atRevision !== undefined && revision > atRevision) || (asOf && recordedAt > asOf)) break;
    const state = decider.evolve(folded.state ?? decider.initialState(), event);
    folded = { last: { revision, recordedAt, position }, state };
    // Not one more, which nobody might be able to read.
    if (revision === atRevision) break;
  }
  return exists ? folded : null;
}
