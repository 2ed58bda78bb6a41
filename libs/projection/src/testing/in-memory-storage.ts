import { decodePosition } from '../view/position-codec';
import { AnotherWriter } from '../errors';
import { fromStored, type StoredDocument } from '../view/stored-document';
import { collectionName, type ViewIdentity } from '../view/generation';
import { atTheBeginning, type Checkpoint, type ViewStorage } from '../storage/view-storage';

/** The server went away, before or after taking effect. */
export class Outage extends Error {
  override readonly name = 'Outage';
}

export interface InMemoryStorage extends ViewStorage {
  /** Takes effect `writes` more times, one document or checkpoint each, then fails for ever. */
  failAfter(writes: number): void;
  recover(): void;
  /** Documents of a view without tombstones and positions, by identifier. */
  documents(view: ViewIdentity): Record<string, unknown>;
  stored(view: ViewIdentity, id: string): StoredDocument | undefined;
  put(view: ViewIdentity, document: StoredDocument): void;
  readonly calls: string[];
  /** Resolves before every write; replace it to hold a batch in the middle. */
  beforeWrite: () => Promise<void>;
}

const same = (a: StoredDocument['position'], b: StoredDocument['position']): boolean =>
  a.commit === b.commit && a.prepare === b.prepare;

/** What the runtime needs of MongoDB: conditional writes, atomic for one document only. */
export function createInMemoryStorage(): InMemoryStorage {
  const collections = new Map<string, Map<string, StoredDocument>>();
  const checkpoints = new Map<string, Checkpoint>();
  const calls: string[] = [];
  let left = Infinity;

  const collection = (view: ViewIdentity): Map<string, StoredDocument> => {
    const name = collectionName(view);
    const known = collections.get(name) ?? new Map<string, StoredDocument>();
    collections.set(name, known);
    return known;
  };
  const assertUp = (): void => {
    if (left <= 0) throw new Outage('The server is away');
  };
  const reachable = async (): Promise<void> => {
    await Promise.resolve();
    assertUp();
  };
  const effect = (change: () => void): void => {
    assertUp();
    left -= 1;
    change();
  };

  const storage: InMemoryStorage = {
    calls,
    beforeWrite: () => Promise.resolve(),
    failAfter(writes) {
      left = writes;
    },
    recover() {
      left = Infinity;
    },
    stored: (view, id) => collection(view).get(id),
    put: (view, document) => collection(view).set(document._id, document),
    documents: (view) =>
      Object.fromEntries(
        [...collection(view).values()]
          .filter(({ _deleted }) => _deleted !== true)
          .map((document) => [document._id, fromStored(document)] as const)
          .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),

    assertDurable: reachable,
    prepare: reachable,
    async load(view, ids) {
      await reachable();
      calls.push(`load ${view.name}`);
      const found = ids.flatMap((id) => collection(view).get(id) ?? []);
      return new Map(found.map((document) => [document._id, structuredClone(document)]));
    },
    async write(view, operations) {
      await storage.beforeWrite();
      calls.push(`write ${view.name} ${operations.length}`);
      const missed: string[] = [];
      for (const operation of operations) {
        effect(() => {
          const { document } = operation;
          decodePosition(document.position);
          const standing = collection(view).get(document._id);
          const free =
            operation.kind === 'insert'
              ? standing === undefined
              : standing !== undefined && same(standing.position, operation.loadedAt);
          if (free) collection(view).set(document._id, structuredClone(document));
          else missed.push(document._id);
        });
      }
      if (missed.length > 0) throw new AnotherWriter(view.name, `document ${missed.join()}`);
    },
    async checkpoint(view) {
      await reachable();
      return checkpoints.get(collectionName(view)) ?? atTheBeginning;
    },
    async saveCheckpoints(advances) {
      await reachable();
      calls.push('checkpoints');
      for (const { view, from, to } of advances) {
        effect(() => {
          const standing = checkpoints.get(collectionName(view))?.position ?? null;
          const expected = from.position;
          const free =
            standing === null || expected === null
              ? standing === expected
              : same(standing, expected);
          if (!free) throw new AnotherWriter(view.name, 'the checkpoint');
          checkpoints.set(collectionName(view), to);
        });
      }
    },
    async sweep(view, tombstones) {
      await reachable();
      for (const { _id, position } of tombstones) {
        effect(() => {
          const standing = collection(view).get(_id);
          if (standing?._deleted === true && same(standing.position, position)) {
            collection(view).delete(_id);
          }
        });
      }
    },
    async sweepPassed(view, passed) {
      const tombstones = [...collection(view).values()].filter(
        ({ _deleted, position }) => _deleted === true && position.commit <= passed.commit,
      );
      await storage.sweep(view, tombstones);
    },
    isOutage: (error) => error instanceof Outage,
  };
  return storage;
}
