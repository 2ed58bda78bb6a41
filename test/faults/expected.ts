import type { JejakEvent, RecordedEvent } from '@jejak/domain';
import { fold } from '@jejak/views/testing/fold';
import type { FoldedView } from '@jejak/views/view';

import type { AnyDocumentView } from './views';

type Recorded = RecordedEvent<JejakEvent>;

/** Identifiers of the event at which a document stands still, and of those that wait behind it. */
export interface Standstill {
  readonly event: string;
  readonly waiting: string[];
}

/** What one fold from scratch comes to. */
export interface Expected {
  readonly documents: ReadonlyMap<string, object>;
  /** By document. */
  readonly parked: ReadonlyMap<string, Standstill>;
}

/** Decisions to leave an event out of a document, at whatever place in the log. */
function skippedIn(view: string, events: readonly Recorded[]): ReadonlySet<string> {
  const decided = events.flatMap(({ event }) =>
    event.type === 'ParkedEventSkipped' && event.data.view === view ? [event.data] : [],
  );
  return new Set(decided.map(({ key, event }) => `${event.id}/${key}`));
}

/** Folds every event; a document ends before one it cannot take, unless that was left out. */
export function expectedOf(view: AnyDocumentView, events: readonly Recorded[]): Expected {
  const parked = new Map<string, Standstill>();
  if (view.kind === 'rows') return { documents: fold(view, events), parked };
  const skipped = skippedIn(view.name, events);
  const careful: FoldedView<Record<string, unknown>> = {
    ...view,
    apply(before, recorded, id) {
      const standstill = parked.get(id);
      if (standstill !== undefined) {
        standstill.waiting.push(recorded.id);
        return before;
      }
      try {
        return view.apply(before, recorded, id);
      } catch {
        if (!skipped.has(`${recorded.id}/${id}`)) {
          parked.set(id, { event: recorded.id, waiting: [] });
        }
        return before;
      }
    },
  };
  return { documents: fold(careful, events), parked };
}
