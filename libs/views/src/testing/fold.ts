import {
  comparePositions,
  type JejakEvent,
  type Position,
  type RecordedEvent,
} from '@jejak/domain';

import type { FoldedView, RowView, View } from '../view';

/**
 * Folds events as the runtime does: per document, skipping every position the document has already
 * passed. A deleted document keeps its position, as a tombstone does. A row is made once.
 */
export function fold<Document extends object>(
  view: View<Document>,
  events: readonly RecordedEvent<JejakEvent>[],
): ReadonlyMap<string, Document> {
  const folded = view.kind === 'rows' ? rowsOf(view, events) : foldedOf(view, events);
  for (const document of folded.values()) assertStorable(view.name, document);
  return folded;
}

/** What the runtime adds to a document: it parks the events of one that has such a field itself. */
const reserved = ['_id', 'position', '_deleted'];

function assertStorable(name: string, document: object): void {
  const taken = reserved.filter((field) => field in document);
  if (taken.length > 0) throw new Error(`Documents of ${name} must not have ${taken.join(', ')}`);
}

function rowsOf<Row extends object>(
  view: RowView<Row>,
  events: readonly RecordedEvent<JejakEvent>[],
): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  for (const event of events.filter(({ event: { type } }) => view.eventTypes.includes(type))) {
    const row = view.rowOf(event);
    if (row !== null && !rows.has(view.idOf(event))) rows.set(view.idOf(event), row);
  }
  return rows;
}

function foldedOf<Document extends object>(
  view: FoldedView<Document>,
  events: readonly RecordedEvent<JejakEvent>[],
): ReadonlyMap<string, Document> {
  const documents = new Map<string, Document>();
  const positions = new Map<string, Position>();
  for (const event of events.filter(({ event: { type } }) => view.eventTypes.includes(type))) {
    for (const id of view.documentsOf(event)) {
      const seen = positions.get(id);
      if (seen && comparePositions(event.position, seen) <= 0) continue;
      const next = view.apply(documents.get(id) ?? null, event, id);
      if (next) documents.set(id, next);
      else documents.delete(id);
      positions.set(id, event.position);
    }
  }
  return documents;
}

/** Every event followed by itself, and the whole log once more. */
export function twice(
  events: readonly RecordedEvent<JejakEvent>[],
): readonly RecordedEvent<JejakEvent>[] {
  return [...events.flatMap((event) => [event, event]), ...events];
}
