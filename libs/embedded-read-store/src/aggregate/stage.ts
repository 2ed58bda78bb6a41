import { type Step } from '../query/pace';

/** One stage of a pipeline, lazily from documents to documents; it passes pauses on. */
export type Stage = (documents: Iterable<Step>) => Iterable<Step>;
