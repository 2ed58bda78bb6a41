import type { JejakEvent, Position, RecordedEvent } from '@jejak/domain';
import type { FoldedView } from '@jejak/views/view';

import { isAtOrBefore } from '../view/position-codec';
import { messageOf, PoisonEvent } from '../errors';
import { fromStored, toStored, type StoredDocument } from '../view/stored-document';

type Recorded = RecordedEvent<JejakEvent>;

/** An event with the documents it changes, each once. */
export interface Touch {
  readonly event: Recorded;
  readonly ids: readonly string[];
}

export interface Touches {
  readonly touched: readonly Touch[];
  readonly failure: PoisonEvent | null;
}

/** One write of one document, valid only while that document stands where it was loaded. */
export type Operation =
  | { readonly kind: 'insert'; readonly document: StoredDocument }
  | { readonly kind: 'replace'; readonly loadedAt: Position; readonly document: StoredDocument };

export interface BatchPlan {
  /** At most one for each document, in no particular order. */
  readonly operations: readonly Operation[];
  /** Set when an event could not be folded: the operations hold everything before it. */
  readonly failure: PoisonEvent | null;
}

interface Folded<Document> {
  /** Position of the document in the store; null when it is not there. */
  readonly loadedAt: Position | null;
  readonly position: Position;
  readonly document: Document | null;
}

function unfoldable({ stream, revision, position, event }: Recorded, error: unknown): PoisonEvent {
  const place = { stream, revision, position, type: event.type };
  return new PoisonEvent(place, 'folded', messageOf(error), error);
}

/** Which documents the events change, up to the first event of which the view cannot say. */
export function touchesOf<Document extends object>(
  view: FoldedView<Document>,
  events: readonly Recorded[],
): Touches {
  const types = new Set<string>(view.eventTypes);
  const touched: Touch[] = [];
  for (const event of events) {
    if (!types.has(event.event.type)) continue;
    try {
      const ids = [...new Set(view.documentsOf(event))];
      if (ids.length > 0) touched.push({ event, ids });
    } catch (error) {
      return { touched, failure: unfoldable(event, error) };
    }
  }
  return { touched, failure: null };
}

/**
 * Folds events into the loaded documents and says what to write. An event at or before a document's
 * own position is already in it and is skipped; an event takes effect on all its documents or none.
 */
export function planBatch<Document extends object>(
  view: FoldedView<Document>,
  loaded: ReadonlyMap<string, StoredDocument>,
  touched: readonly Touch[],
): BatchPlan {
  const folded = new Map<string, Folded<Document>>();

  const current = (id: string): Folded<Document> | null => {
    const known = folded.get(id);
    if (known !== undefined) return known;
    const stored = loaded.get(id);
    if (stored === undefined) return null;
    const document = stored._deleted === true ? null : fromStored<Document>(stored);
    return { loadedAt: stored.position, position: stored.position, document };
  };

  const fold = ({ event, ids }: Touch): [string, Folded<Document>][] =>
    ids.flatMap((id) => {
      const before = current(id);
      if (isAtOrBefore(event.position, before?.position ?? null)) return [];
      const document = view.apply(before?.document ?? null, event, id);
      toStored(id, event.position, document);
      return [[id, { loadedAt: before?.loadedAt ?? null, position: event.position, document }]];
    });

  for (const touch of touched) {
    try {
      for (const [id, after] of fold(touch)) folded.set(id, after);
    } catch (error) {
      return { operations: operationsOf(folded), failure: unfoldable(touch.event, error) };
    }
  }
  return { operations: operationsOf(folded), failure: null };
}

function operationsOf(folded: ReadonlyMap<string, Folded<object>>): Operation[] {
  return [...folded].flatMap(([id, { loadedAt, position, document }]): Operation[] => {
    if (loadedAt === null && document === null) return [];
    const stored = toStored(id, position, document);
    return loadedAt === null
      ? [{ kind: 'insert', document: stored }]
      : [{ kind: 'replace', loadedAt, document: stored }];
  });
}
