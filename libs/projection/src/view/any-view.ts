import type { JejakEvent, RecordedEvent } from '@jejak/domain';
import type { View, ViewIndex } from '@jejak/views/view';

import type { ViewIdentity } from './generation';

type Recorded = RecordedEvent<JejakEvent>;

interface Described extends ViewIdentity {
  readonly readsFrom?: number;
  readonly eventTypes: ReadonlySet<string>;
  readonly indexes: readonly ViewIndex[];
}

/** Documents folded from events. All functions throw what the view throws. */
export interface AnyFoldedView extends Described {
  readonly kind: 'documents';
  /** Identifiers of the documents an event changes, each once. TypeError for what is none. */
  readonly idsOf: (event: Recorded) => readonly string[];
  /** What was loaded goes back only into the view that made it. Null: there is no document. */
  readonly apply: (document: object | null, event: Recorded, id: string) => object | null;
}

/** Rows that are only added. */
export interface AnyRowView extends Described {
  readonly kind: 'rows';
  /** Throws TypeError for what is no identifier. */
  readonly idOf: (event: Recorded) => string;
  readonly rowOf: (event: Recorded) => object | null;
}

/** A view whose document type nobody outside needs to know, so that many stand in one list. */
export type AnyView = AnyFoldedView | AnyRowView;

export function anyView<Document extends object>(view: View<Document>): AnyView {
  const { name, version, readsFrom, indexes } = view;
  const described: Described = {
    name,
    version,
    ...(readsFrom === undefined ? {} : { readsFrom }),
    eventTypes: new Set(view.eventTypes),
    indexes,
  };
  if (view.kind === 'rows') {
    const idOf = (event: Recorded): string => identifier(view.idOf(event));
    return { ...described, kind: 'rows', idOf, rowOf: view.rowOf };
  }
  return {
    ...described,
    kind: 'documents',
    idsOf: (event) => distinct(view.documentsOf(event)),
    apply: (document, event, id) => view.apply(document as Document | null, event, id),
  };
}

/** Of pairs of surrogates that are no pair. */
const halves = /\p{Cs}/u;

/** Identifiers that differ are to differ in UTF-8 as well, in which halves of surrogates are all one. */
function identifier(id: unknown): string {
  if (typeof id === 'string' && !halves.test(id)) return id;
  throw new TypeError('A document is named by something that is no well-formed text');
}

function distinct(ids: readonly string[]): readonly string[] {
  for (const id of ids) identifier(id);
  return ids.length < 2 ? ids : [...new Set(ids)];
}
