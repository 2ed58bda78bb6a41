import type { JejakEvent, RecordedEvent } from '@jejak/domain';

import { after, createWorkingSet } from '../fold/working-set';
import type { ProjectionStorage } from '../storage/projection-storage';
import type { AnyFoldedView } from '../view/any-view';
import type { Generation } from '../view/generation';
import { isAtOrBefore } from '../view/position-codec';
import { assertStorable } from '../view/stored-document';

/**
 * Folds one event into one document, freshly loaded, and writes it at once. An event that is in it
 * already changes nothing. Throws what the view and the storage throw.
 */
export async function foldAlone(
  view: AnyFoldedView,
  generation: Generation,
  event: RecordedEvent<JejakEvent>,
  id: string,
  storage: ProjectionStorage,
): Promise<void> {
  const documents = createWorkingSet(1);
  const before = documents.learn(id, (await storage.load(generation, [id])).get(id));
  if (isAtOrBefore(event.position, before.position)) return;
  const document = view.apply(before.document, event, id);
  assertStorable(document);
  documents.accept(new Map([[id, after(before, event.position, document)]]));
  const operations = documents.take();
  if (operations.length > 0) await storage.write(generation, operations);
}
