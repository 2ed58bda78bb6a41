import { EJSON } from 'bson';
import type { Db, Document } from 'mongodb';

/** Every document of a database, as text, by collection and identifier. */
export type Snapshot = ReadonlyMap<string, string>;

/** A lease is renewed by whoever holds it, while nothing happens; nothing else is. */
function withoutRenewal(collection: string, document: Document): Document {
  if (collection !== 'checkpoints') return document;
  const { renewedAt, ...rest } = document;
  return rest;
}

export async function snapshotOf(db: Db): Promise<Snapshot> {
  const collections = await db.listCollections({}, { nameOnly: true }).toArray();
  const entries = collections.map(async ({ name }) => {
    const documents = await db.collection(name, { promoteValues: false }).find().toArray();
    const told = documents.map(
      (document) =>
        [
          `${name} ${String(document._id)}`,
          EJSON.stringify(withoutRenewal(name, document)),
        ] as const,
    );
    return [[name, 'a collection'] as const, ...told];
  });
  return new Map((await Promise.all(entries)).flat());
}

/** What has changed from one to the other. */
export const changesBetween = (before: Snapshot, after: Snapshot): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((place) =>
    before.get(place) === after.get(place)
      ? []
      : [`${place}: ${before.get(place) ?? 'nothing'} became ${after.get(place) ?? 'nothing'}`],
  );
