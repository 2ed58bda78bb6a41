import type { JejakEvent, JejakEventType, RecordedEvent } from '@jejak/domain';

/** An index of a view's collection: fields in order, each ascending (1) or descending (-1). */
export type ViewIndex = Readonly<Record<string, 1 | -1>>;

/** What every view says about itself, whatever its documents are made of. */
export interface ViewDescription {
  /** Names the collection; together with `version` it names the generations that hold its shape. */
  readonly name: string;
  /**
   * Grows with every change of shape or meaning; the projector then builds the new version beside
   * the old one and switches by itself.
   */
  readonly version: number;
  /**
   * Oldest version whose documents the queries of this one can still read, so that they answer from
   * it while the new one is being built. Default: only this version; queries then say so meanwhile.
   */
  readonly readsFrom?: number;
  readonly eventTypes: readonly JejakEventType[];
  readonly indexes: readonly ViewIndex[];
}

/**
 * Documents folded from events, as data plus two pure functions. The runtime does the rest: it loads
 * the documents a page of events touches, folds in memory, writes each once and guards the write by
 * position, so that seeing an event twice changes nothing.
 */
export interface FoldedView<Document extends object> extends ViewDescription {
  readonly kind?: 'documents';
  /** Identifiers of the documents an event changes. */
  documentsOf(event: RecordedEvent<JejakEvent>): readonly string[];
  /** The document after the event; `document` is null before its first. Null deletes. */
  apply(document: Document | null, event: RecordedEvent<JejakEvent>, id: string): Document | null;
}

/** Rows that are only ever added, at most one for each event: nothing is loaded to write them. */
export interface RowView<Row extends object> extends ViewDescription {
  readonly kind: 'rows';
  /** Unique for each event. */
  readonly idOf: (event: RecordedEvent<JejakEvent>) => string;
  /** Null: the event makes no row. */
  readonly rowOf: (event: RecordedEvent<JejakEvent>) => Row | null;
}

/** A read model: one file, one specification. */
export type View<Document extends object> = FoldedView<Document> | RowView<Document>;
