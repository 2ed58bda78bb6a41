import {
  type AppendTarget,
  type ExpectedRevision,
  type ProposedEvent,
} from '../wire/append-requests';

/** What the single writer is asked to do. */
export type WriteRequest =
  | {
      readonly kind: 'append';
      readonly target: AppendTarget;
      readonly events: readonly ProposedEvent[];
    }
  /** Soft delete: the events so far are hidden from stream reads, the stream may go on. */
  | { readonly kind: 'delete'; readonly target: AppendTarget }
  /** Hard delete: nothing can be appended or read any more. */
  | { readonly kind: 'tombstone'; readonly target: AppendTarget };

export type WriteOutcome =
  | { readonly kind: 'success'; readonly revision: number; readonly position?: number }
  | { readonly kind: 'wrong'; readonly current: number; readonly expected: ExpectedRevision }
  | { readonly kind: 'deleted'; readonly stream: string }
  | { readonly kind: 'timeout' }
  /** There was no room for it; it was not written, and may be once there is. */
  | { readonly kind: 'disk-full'; readonly message: string };
