import { AnotherWriter } from '../errors';
import type { CatalogueEntry } from '../storage/catalogue';
import type { StorageUnderTest } from './storage-under-test';

const entry: CatalogueEntry = {
  view: 'ranking',
  revision: 0n,
  builds: 2,
  live: { version: 3, build: 1 },
  previous: null,
  next: {
    version: 4,
    build: 2,
    purpose: 'new-version',
    state: 'filling',
    throttle: null,
    requestedAt: '2026-01-02T00:00:00.000Z',
  },
  discarded: [{ version: 2, build: 0 }],
};

export function catalogueFeatures(under: () => StorageUnderTest): void {
  describe('The catalogue', () => {
    it('knows nothing of a view that was never projected', async () => {
      expect(await under().storage.catalogue.read('ranking')).toBeNull();
    });

    it('gives an entry back as it was written, with the next revision', async () => {
      const { catalogue } = under().storage;
      const written = await catalogue.replace(entry);
      expect(written).toEqual({ ...entry, revision: 1n });
      expect(await catalogue.read('ranking')).toEqual(written);
      const switched = { ...written, live: { version: 4, build: 2 }, next: null, discarded: [] };
      expect(await catalogue.replace(switched)).toEqual({ ...switched, revision: 2n });
      expect(await catalogue.read('ranking')).toEqual({ ...switched, revision: 2n });
      expect(await catalogue.read('other')).toBeNull();
    });

    it('changes an entry only at the revision it was read at', async () => {
      const { catalogue } = under().storage;
      const first = await catalogue.replace(entry);
      await expect(catalogue.replace(entry)).rejects.toThrow(AnotherWriter);
      const second = await catalogue.replace({ ...first, builds: 3 });
      await expect(catalogue.replace({ ...first, builds: 9 })).rejects.toThrow(AnotherWriter);
      await expect(catalogue.replace({ ...first, revision: 7n })).rejects.toThrow(AnotherWriter);
      await expect(catalogue.replace({ ...entry, view: 'never', revision: 1n })).rejects.toThrow(
        AnotherWriter,
      );
      expect(await catalogue.read('ranking')).toEqual(second);
    });

    it('lets exactly one of two changes to the same entry through', async () => {
      const { catalogue } = under().storage;
      for (const standing of [entry, { ...entry, revision: 1n }]) {
        const outcomes = await Promise.allSettled(
          [5, 6, 7].map((builds) => catalogue.replace({ ...standing, builds })),
        );
        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      }
    });
  });
}
