import { AnotherWriter } from '../../errors';
import type { Catalogue, CatalogueEntry } from '../catalogue';
import type { Collections, StoredEntry } from './collections';
import { isDuplicateKey } from './outage';

export function entryOf({ _id, ...entry }: StoredEntry): CatalogueEntry {
  return { view: _id, ...entry };
}

/** Each entry is one document, replaced only at the revision it was read at. */
export function mongoCatalogue({ views }: Collections): Catalogue {
  return {
    async read(view) {
      const stored = await views.findOne({ _id: view });
      return stored === null ? null : entryOf(stored);
    },

    async replace({ view: _id, revision, ...rest }) {
      const stored: StoredEntry = { _id, ...rest, revision: revision + 1n };
      const operation =
        revision === 0n
          ? { insertOne: { document: stored } }
          : { replaceOne: { filter: { _id, revision }, replacement: stored } };
      const moved = () => new AnotherWriter(_id, 'the catalogue entry');
      try {
        const result = await views.bulkWrite([operation]);
        if (result.insertedCount + result.matchedCount < 1) throw moved();
      } catch (error) {
        throw isDuplicateKey(error) ? moved() : error;
      }
      return entryOf(stored);
    },
  };
}
