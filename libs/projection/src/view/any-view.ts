import type { JejakEvent, RecordedEvent } from '@jejak/domain';
import type { FoldedView, View, ViewIndex } from '@jejak/views/view';

import { planBatch, touchesOf, type BatchPlan, type Touch, type Touches } from '../fold/plan-batch';
import type { StoredDocument } from './stored-document';
import type { ViewIdentity } from './generation';

/** A view whose document type nobody outside needs to know, so that many stand in one list. */
export interface AnyView extends ViewIdentity {
  readonly eventTypes: readonly string[];
  readonly indexes: readonly ViewIndex[];
  readonly touches: (events: readonly RecordedEvent<JejakEvent>[]) => Touches;
  readonly plan: (
    loaded: ReadonlyMap<string, StoredDocument>,
    touched: readonly Touch[],
  ) => BatchPlan;
}

/** Closes over the document type: what was loaded goes back only into the view that made it. */
export function anyView<Document extends object>(view: View<Document>): AnyView {
  const folded = foldedFrom(view);
  return {
    name: view.name,
    version: view.version,
    eventTypes: view.eventTypes,
    indexes: view.indexes,
    touches: (events) => touchesOf(folded, events),
    plan: (loaded, touched) => planBatch(folded, loaded, touched),
  };
}

/** A row is a document that one event makes. */
function foldedFrom<Document extends object>(view: View<Document>): FoldedView<Document> {
  if (view.kind !== 'rows') return view;
  const { idOf, rowOf, name, version, eventTypes, indexes } = view;
  const shape = { name, version, eventTypes, indexes };
  return { ...shape, documentsOf: (event) => [idOf(event)], apply: (_, event) => rowOf(event) };
}
