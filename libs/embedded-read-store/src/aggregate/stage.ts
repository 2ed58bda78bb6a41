import { type Value } from '../bson/value';

/** One stage of a pipeline, lazily from documents to documents. */
export type Stage = (documents: Iterable<Value>) => Iterable<Value>;
