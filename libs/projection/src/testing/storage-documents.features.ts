import { AnotherWriter } from '../errors';
import type { StorageUnderTest } from './storage-under-test';
import { documentAt, leaseOf, parkedAt, ranking, rebuilt, referenceAt } from './storage.samples';
import { at } from './recorded';

export function documentFeatures(under: () => StorageUnderTest): void {
  describe('A document', () => {
    const insert = (id: string, place: number, fields: object = {}) =>
      ({ kind: 'insert', document: documentAt(id, place, fields) }) as const;
    const replace = (id: string, from: number, to: number, fields: object = {}) =>
      ({ kind: 'replace', loadedAt: at(from), document: documentAt(id, to, fields) }) as const;

    beforeEach(async () => {
      await under().storage.prepare(ranking);
    });

    it('is loaded as it was written, and one that is not there is absent', async () => {
      const { storage } = under();
      const fields = {
        score: '81.5',
        nested: { list: [1, null, { deep: true }] },
        large: 2n ** 60n,
      };
      await storage.write(ranking, [insert('x', 1, fields), insert('y', 2)]);
      const loaded = await storage.load(ranking, ['x', 'nowhere', 'y']);
      expect(Object.fromEntries(loaded)).toEqual({
        x: documentAt('x', 1, fields),
        y: documentAt('y', 2),
      });
      expect(await storage.load(ranking, [])).toEqual(new Map());
      expect(await storage.load(rebuilt, ['x'])).toEqual(new Map());
    });

    it('is replaced as a whole where it stands at the position it was loaded at', async () => {
      const { storage } = under();
      await storage.write(ranking, [insert('x', 1, { old: true, kept: 1 })]);
      await storage.write(ranking, [replace('x', 1, 2, { kept: 2 })]);
      const loaded = await storage.load(ranking, ['x']);
      expect(loaded.get('x')).toEqual(documentAt('x', 2, { kept: 2 }));
    });

    it('is not overwritten anywhere else, and the rest of the batch is written', async () => {
      const { storage } = under();
      await storage.write(ranking, [insert('x', 2, { by: 'first' }), insert('y', 2)]);
      for (const stale of [insert('x', 3), replace('x', 1, 3), replace('gone', 1, 3)]) {
        await expect(storage.write(ranking, [stale, replace('y', 9, 9)])).rejects.toThrow(
          AnotherWriter,
        );
      }
      const batch = [insert('x', 3), insert('z', 3), replace('y', 2, 3)];
      await expect(storage.write(ranking, batch)).rejects.toThrow(AnotherWriter);
      const loaded = await storage.load(ranking, ['x', 'y', 'z', 'gone']);
      expect(Object.fromEntries(loaded)).toEqual({
        x: documentAt('x', 2, { by: 'first' }),
        y: documentAt('y', 3),
        z: documentAt('z', 3),
      });
    });

    it('is guarded by prepare as well as by commit, with every digit', async () => {
      const { storage } = under();
      const position = { commit: 2n ** 53n, prepare: 2n ** 53n };
      const document = { _id: 'x', position };
      await storage.write(ranking, [{ kind: 'insert', document }]);
      for (const off of [
        { commit: position.commit, prepare: position.prepare + 1n },
        { commit: position.commit + 1n, prepare: position.prepare },
      ]) {
        const stale = { kind: 'replace', loadedAt: off, document } as const;
        await expect(storage.write(ranking, [stale])).rejects.toThrow(AnotherWriter);
      }
      await storage.write(ranking, [{ kind: 'replace', loadedAt: position, document }]);
    });

    it('is not lost or doubled when two writers race with the same batch', async () => {
      const { storage } = under();
      const batch = Array.from({ length: 20 }, (_, index) => insert(`d${index}`, 1));
      const outcomes = await Promise.allSettled([
        storage.write(ranking, batch),
        storage.write(ranking, batch),
      ]);
      expect(outcomes.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
      expect(await storage.documents(ranking, null, 100)).toHaveLength(20);
    });

    it('that is a row is added once, however often it comes', async () => {
      const { storage } = under();
      const rows = [documentAt('a', 1, { n: 1 }), documentAt('b', 2, { n: 2 })];
      await storage.add(ranking, []);
      await storage.add(ranking, rows);
      await storage.add(ranking, [documentAt('a', 9, { n: 9 }), documentAt('c', 3, { n: 3 })]);
      expect(await storage.documents(ranking, null, 10)).toEqual([
        ...rows,
        documentAt('c', 3, { n: 3 }),
      ]);
    });

    it('is paged by identifier, as UTF-8 orders it, tombstones included', async () => {
      const { storage } = under();
      const ids = ['', '10', '9', 'Z', 'a', 'é', '\uff5e', '\u{1f600}'];
      await storage.write(
        ranking,
        ids.toReversed().map((id) => insert(id, 1)),
      );
      await storage.write(ranking, [replace('9', 1, 2, { _deleted: true })]);
      const seen: string[] = [];
      for (let after: string | null = null; ; after = seen.at(-1) ?? null) {
        const page = await storage.documents(ranking, after, 3);
        if (page.length === 0) break;
        expect(page.length).toBeLessThanOrEqual(3);
        seen.push(...page.map(({ _id }) => _id));
      }
      expect(seen).toEqual(ids);
      const [tombstone] = await storage.documents(ranking, '10', 1);
      expect(tombstone).toEqual(documentAt('9', 2, { _deleted: true }));
    });

    it('goes with its generation, and leaves nothing behind', async () => {
      const { storage, census } = under();
      await storage.prepare(rebuilt);
      const before = await census();
      const fill = async (generation: typeof ranking): Promise<void> => {
        await storage.prepare(generation);
        await storage.index(generation, [{ score: -1, name: 1 }, { name: 1 }]);
        await storage.index(generation, []);
        const lease = await leaseOf(storage, generation, 'a');
        await storage.write(generation, [insert('x', 1)]);
        await storage.park(lease, parkedAt('x', 2));
        await storage.queue(lease, [{ key: 'x', event: referenceAt(3n) }]);
      };
      await fill(rebuilt);
      const kept = await census();
      expect(kept).not.toEqual(before);
      const third = { ...ranking, build: 3 };
      await fill(third);
      await storage.discard(third);
      expect(await census()).toEqual(kept);
      await storage.discard(third);
      await storage.discard({ ...ranking, build: 4 });
      expect(await census()).toEqual(kept);
      expect(await storage.documents(rebuilt, null, 10)).toHaveLength(1);
    });

    it('is kept by a server that keeps what it acknowledges', async () => {
      await expect(under().storage.assertDurable()).resolves.toBeUndefined();
    });
  });
}
