import type { Operation } from '../fold/operation';
import type { PageFold } from '../fold/fold-page';
import { createWorkingSet, type WorkingSet } from '../fold/working-set';
import type { ParkedKeys } from '../parking/parked-keys';
import type { Skips } from '../parking/skips';
import type { Checkpoint, Lease } from '../storage/checkpoint';
import type { QueuedEvent } from '../storage/projection-storage';
import type { AnyView } from '../view/any-view';
import type { Generation } from '../view/generation';
import type { StoredDocument } from '../view/stored-document';
import type { FeedProgress } from './feed-progress';

/** What one generation needs to be fed, opened under its lease. */
export interface FeedParts {
  readonly view: AnyView;
  readonly lease: Lease;
  readonly checkpoint: Checkpoint;
  readonly parked: ParkedKeys;
  readonly skips: Skips;
  /** A generation that is read parks what it cannot pass; one that is being built stops. */
  readonly onPoison: 'park' | 'stop';
  readonly progress: FeedProgress;
  /** Nothing has ever been written to the generation. */
  readonly isEmpty: boolean;
  /** How many documents to keep in memory. */
  readonly heldDocuments: number;
}

/** What is to be written for one generation, all of it before the checkpoint. */
export interface Writes {
  readonly feed: Feed;
  readonly operations: readonly Operation[];
  readonly rows: readonly StoredDocument[];
  readonly queued: readonly QueuedEvent[];
  readonly from: Checkpoint;
  readonly to: Checkpoint;
}

/** One generation on its way along the log. */
export interface Feed extends Omit<FeedParts, 'checkpoint' | 'heldDocuments' | 'isEmpty'> {
  readonly generation: Generation;
  readonly documents: WorkingSet;
  /** Folded up to here, in memory. */
  readonly folded: () => Checkpoint;
  /** Written up to here. */
  readonly saved: () => Checkpoint;
  /** Takes over a page that was folded up to `to`. */
  accept(page: PageFold, to: Checkpoint): void;
  /** Documents, rows and queued events that wait to be written. */
  readonly pending: () => number;
  /** What waits, on its way from now on; null when the checkpoint has nowhere to go. */
  take(): Writes | null;
  /** What was taken is written and its checkpoint saved. */
  arrived(to: Checkpoint): void;
}

export function createFeed(parts: FeedParts): Feed {
  const { checkpoint, heldDocuments, isEmpty, ...rest } = parts;
  const documents = createWorkingSet(heldDocuments, isEmpty);
  let folded = checkpoint;
  let taken = checkpoint;
  let saved = checkpoint;
  let rows: StoredDocument[] = [];
  let queued: QueuedEvent[] = [];

  const feed: Feed = {
    ...rest,
    generation: parts.lease.generation,
    documents,
    folded: () => folded,
    saved: () => saved,
    accept(page, to) {
      documents.accept(page.changed);
      rows = rows.length === 0 ? [...page.rows] : rows.concat(page.rows);
      queued = queued.concat(page.queued);
      folded = to;
    },
    pending: () => documents.dirty() + rows.length + queued.length,
    take() {
      if (folded === taken) return null;
      const writes: Writes = {
        feed,
        operations: documents.take(),
        rows,
        queued,
        from: taken,
        to: folded,
      };
      rows = [];
      queued = [];
      taken = folded;
      return writes;
    },
    arrived(to) {
      saved = to;
      documents.arrived();
      parts.progress.advance(to);
    },
  };
  return feed;
}
