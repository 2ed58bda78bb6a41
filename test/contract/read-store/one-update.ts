import { type Document, type UpdateOptions } from 'mongodb';
import { codeOf, useClient } from './support';

/** One update of one document, in a collection of each test's own. */
export function useUpdates() {
  const connected = useClient();

  /** What it makes of the document, without its `_id`. */
  async function updated(
    before: Document,
    update: Document,
    filter: Document = {},
    options: UpdateOptions = {},
  ): Promise<Document | null> {
    const collection = connected.collection();
    await collection.insertOne({ ...before });
    await collection.updateOne(filter, update, options);
    return collection.findOne({}, { projection: { _id: 0 } });
  }

  /** The code it is refused with. */
  async function refusedWith(
    before: Document,
    update: Document,
    filter: Document = {},
    options: UpdateOptions = {},
  ): Promise<unknown> {
    const collection = connected.collection();
    await collection.insertOne({ ...before });
    return codeOf(collection.updateOne(filter, update, options));
  }

  return { updated, refusedWith };
}
