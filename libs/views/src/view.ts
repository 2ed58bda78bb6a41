import type { JejakEvent, JejakEventType, RecordedEvent } from '@jejak/domain';

/** An index of a view's collection: fields in order, each ascending (1) or descending (-1). */
export type ViewIndex = Readonly<Record<string, 1 | -1>>;

/**
 * A read model as data plus two pure functions. The runtime does the rest: it loads the documents a
 * batch touches, folds in memory, writes each once and guards the write by position, so that seeing
 * an event twice changes nothing.
 */
export interface View<Document extends object> {
  /** Names the collection; together with `version` it names one generation of it. */
  readonly name: string;
  /** Grows with every change of shape or meaning. */
  readonly version: number;
  readonly eventTypes: readonly JejakEventType[];
  /** Identifiers of the documents an event changes. */
  documentsOf(event: RecordedEvent<JejakEvent>): readonly string[];
  /** The document after the event; `document` is null before its first. Null deletes. */
  apply(document: Document | null, event: RecordedEvent<JejakEvent>, id: string): Document | null;
  readonly indexes: readonly ViewIndex[];
}
