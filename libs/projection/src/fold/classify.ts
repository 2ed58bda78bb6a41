import type { JejakEvent, RecordedEvent } from '@jejak/domain';
import type { UnreadableEvent } from '@jejak/event-store';

import type { ParkedKeys } from '../parking/parked-keys';
import { skipIn } from '../parking/skips';
import type { QueuedEvent } from '../storage/projection-storage';
import type { AnyView } from '../view/any-view';
import type { StoredDocument } from '../view/stored-document';
import { toRow } from './row';
import { referenceOf, type LogMessage } from './log-message';

/** True when an event nobody can read might concern this view. */
export type Concerns = (view: AnyView, unreadable: Pick<UnreadableEvent, 'type'>) => boolean;

/** A change of one document by one event. */
export interface Touch {
  /** Of the event within its page. */
  readonly index: number;
  readonly event: RecordedEvent<JejakEvent>;
  readonly id: string;
}

/** What a page of events asks of a generation, before any document is loaded. */
export interface Classified {
  readonly touches: readonly Touch[];
  readonly rows: readonly StoredDocument[];
  readonly queued: readonly QueuedEvent[];
  /** Of the first event that cannot be handled with others; what follows it was not looked at. */
  readonly careAt: number | null;
}

/** Sorts the events of a page by what they do to a generation of `view`. */
export function classify(
  view: AnyView,
  parked: ParkedKeys,
  concerns: Concerns,
  messages: readonly LogMessage[],
): Classified {
  const touches: Touch[] = [];
  const rows: StoredDocument[] = [];
  const queued: QueuedEvent[] = [];
  const done = (careAt: number | null): Classified => ({ touches, rows, queued, careAt });

  for (const [index, message] of messages.entries()) {
    if (message.kind === 'unreadable') {
      const { unreadable } = message;
      const held = parked.holdsBack('stream', unreadable.stream, unreadable.position);
      if (!held && concerns(view, unreadable)) return done(index);
      continue;
    }
    const { event } = message;
    if (skipIn(event, view.name) !== null) return done(index);
    if (!view.eventTypes.has(event.event.type)) continue;
    if (parked.holdsBack('stream', event.stream, event.position)) continue;
    try {
      if (view.kind === 'rows') {
        const row = toRow(view, event);
        if (row !== null && !parked.holdsBack('event', event.id, event.position)) rows.push(row);
        continue;
      }
      for (const id of view.idsOf(event)) {
        if (!parked.holdsBack('document', id, event.position)) touches.push({ index, event, id });
        else if (parked.get({ kind: 'document', key: id })?.event.id !== event.id) {
          queued.push({ key: id, event: referenceOf(message) });
        }
      }
    } catch {
      return done(index);
    }
  }
  return done(null);
}
