import { type Value } from '../bson/value';
import { pause, type Step } from '../query/pace';
import { type Query } from '../query/run';
import { type Variables } from './expression';

/** One stage of a pipeline, lazily from documents to documents; it passes pauses on. */
export type Stage = (documents: Iterable<Step>) => Iterable<Step>;

/** What stages know beside their own documents. */
export interface PipelineContext {
  readonly variables: Variables;
  /** The documents of a query on another collection of the database; none when it does not exist. */
  readonly read: (collection: string, query: Query) => Iterable<Step>;
  /** Whether equality with a value at that path is answered by an index. */
  readonly isIndexed: (collection: string, path: string) => boolean;
}

/** A stage that makes one document of each. */
export const each = (change: (document: Value) => Value): Stage =>
  function* (documents) {
    for (const document of documents) yield document === pause ? pause : change(document);
  };
