import type { ParkedKeys } from '../parking/parked-keys';
import type { ProjectionStorage, QueuedEvent } from '../storage/projection-storage';
import type { AnyView } from '../view/any-view';
import type { Generation } from '../view/generation';
import { isAtOrBefore } from '../view/position-codec';
import { assertStorable, type StoredDocument } from '../view/stored-document';
import { classify, type Concerns, type Touch } from './classify';
import type { LogMessage } from './log-message';
import { after, type Held, type WorkingSet } from './working-set';

/** What a page of events makes of one generation. Nothing is changed by it yet. */
export interface PageFold {
  readonly changed: ReadonlyMap<string, Held>;
  readonly rows: readonly StoredDocument[];
  readonly queued: readonly QueuedEvent[];
}

/** An event of the page needs to be handled alone: it is poison, or decides about one that is. */
export interface NeedsCare {
  readonly careAt: number;
}

export interface Foldable {
  readonly view: AnyView;
  readonly generation: Generation;
  readonly documents: WorkingSet;
  readonly parked: ParkedKeys;
}

/**
 * Folds events into documents in memory, loading what is not there. An event at or before a
 * document's own position is already in it and is skipped. Throws when the storage is away.
 */
export async function foldPage(
  { view, generation, documents, parked }: Foldable,
  messages: readonly LogMessage[],
  concerns: Concerns,
  storage: Pick<ProjectionStorage, 'load' | 'isOutage'>,
): Promise<PageFold | NeedsCare> {
  const { touches, rows, queued, careAt } = classify(view, parked, concerns, messages);
  if (careAt !== null) return { careAt };
  if (touches.length === 0 || view.kind === 'rows') return { changed: new Map(), rows, queued };

  let before: (id: string) => Held;
  try {
    before = await heldBy(touches, generation, documents, storage);
  } catch (error) {
    if (storage.isOutage(error)) throw error;
    // One of the documents is not as it was stored: by themselves the others can be loaded.
    return { careAt: Math.min(...touches.map(({ index }) => index)) };
  }
  const changed = new Map<string, Held>();
  for (const { index, event, id } of touches) {
    const held = changed.get(id) ?? before(id);
    if (isAtOrBefore(event.position, held.position)) continue;
    try {
      const document = view.apply(held.document, event, id);
      assertStorable(document);
      changed.set(id, after(held, event.position, document));
    } catch {
      return { careAt: index };
    }
  }
  return { changed, rows, queued };
}

/** The touched documents as they are now: looked up before anything is awaited, the rest loaded. */
async function heldBy(
  touches: readonly Touch[],
  generation: Generation,
  documents: WorkingSet,
  storage: Pick<ProjectionStorage, 'load'>,
): Promise<(id: string) => Held> {
  const known = new Map<string, Held>();
  const missing = new Set<string>();
  for (const { id } of touches) {
    if (known.has(id)) continue;
    const held = documents.get(id);
    if (held === undefined) missing.add(id);
    else known.set(id, held);
  }
  if (missing.size > 0) {
    const loaded = await storage.load(generation, [...missing]);
    for (const id of missing) known.set(id, documents.learn(id, loaded.get(id)));
  }
  return (id) => {
    const held = known.get(id);
    if (held === undefined) throw new Error(`Document ${id} was not loaded`);
    return held;
  };
}
