import { Int32, Long, type Document } from 'mongodb';
import { codeOf, useClient } from './support';

export const int = (value: number): Int32 => new Int32(value);
export const long = (value: number): Long => Long.fromNumber(value);

/** The code of a refusal, which a client of typed numbers does not turn into a number itself. */
export const refusedWith = async (attempt: Promise<unknown>): Promise<number> =>
  Number(await codeOf(attempt));

/** Pipelines over a collection of each test's own; numbers come as the server typed them. */
export function usePipelines() {
  const connected = useClient({ promoteValues: false });
  /** What a pipeline makes of some documents. */
  const made = async (documents: Document[], pipeline: Document[]): Promise<Document[]> => {
    const collection = connected.collection();
    if (documents.length > 0) await collection.insertMany(documents);
    return collection.aggregate(pipeline).toArray();
  };
  return { connected, made };
}
