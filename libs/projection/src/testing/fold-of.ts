import { toRow } from '../fold/row';
import type { AnyView } from '../view/any-view';
import { fromStored } from '../view/stored-document';
import type { Recorded } from './recorded';

/** What a view comes to by one fold from the beginning: no storage, no pages, no checkpoints. */
export function foldOf(view: AnyView, events: readonly Recorded[]): Record<string, unknown> {
  const contents = new Map<string, object>();
  for (const event of events) {
    if (!view.eventTypes.has(event.event.type)) continue;
    if (view.kind === 'rows') {
      const row = toRow(view, event);
      if (row !== null) contents.set(row._id, fromStored(row));
      continue;
    }
    for (const id of view.idsOf(event)) {
      const after = view.apply(contents.get(id) ?? null, event, id);
      if (after === null) contents.delete(id);
      else contents.set(id, after);
    }
  }
  return Object.fromEntries(contents);
}
