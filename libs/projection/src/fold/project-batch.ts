import type { Position } from '@jejak/domain';
import type { SubscriptionMessage, UnreadableEvent } from '@jejak/event-store';

import type { AnyView } from '../view/any-view';
import { isAtOrBefore } from '../view/position-codec';
import { AnotherWriter, PoisonEvent } from '../errors';
import type { StoredDocument } from '../view/stored-document';
import type { Advance, Checkpoint, ViewStorage } from '../storage/view-storage';

export type LogMessage = Exclude<SubscriptionMessage, { kind: 'caught-up' }>;

/** What a batch came to for one view. */
export interface Projected {
  /** To be saved when everything else is written; null when the view passed no event. */
  readonly advance: Advance | null;
  /** To be swept once the checkpoint is saved. */
  readonly tombstones: readonly StoredDocument[];
  /** The event this view cannot pass; the advance ends before it. */
  readonly failure: PoisonEvent | null;
}

/** True when an event nobody can read might have concerned this view. */
export type Concerns = (view: AnyView, unreadable: UnreadableEvent) => boolean;

const positionOf = (message: LogMessage): Position =>
  message.kind === 'event' ? message.event.position : message.unreadable.position;

function firstUnreadable(
  view: AnyView,
  messages: readonly LogMessage[],
  concerns: Concerns,
): PoisonEvent | null {
  for (const message of messages) {
    if (message.kind === 'unreadable' && concerns(view, message.unreadable)) {
      return new PoisonEvent(message.unreadable, 'read', message.unreadable.reason);
    }
  }
  return null;
}

const before = (messages: readonly LogMessage[], failure: PoisonEvent | null): LogMessage[] =>
  failure === null
    ? [...messages]
    : messages.filter((message) => !isAtOrBefore(failure.place.position, positionOf(message)));

/**
 * Brings one view's documents up to the end of the batch, or up to the first event it cannot pass.
 * Documents only: the checkpoint is the caller's, and last. Throws `AnotherWriter` and what the
 * storage throws; the batch may then be written in part, which reading it again repairs.
 */
export async function projectBatch(
  view: AnyView,
  from: Checkpoint,
  messages: readonly LogMessage[],
  concerns: Concerns,
  storage: ViewStorage,
): Promise<Projected> {
  const fresh = messages.filter((message) => !isAtOrBefore(positionOf(message), from.position));
  const unreadable = firstUnreadable(view, fresh, concerns);
  const readable = before(fresh, unreadable);
  const events = readable.flatMap((message) => (message.kind === 'event' ? [message.event] : []));

  const { touched, failure: untouchable } = view.touches(events);
  const ids = [...new Set(touched.flatMap((touch) => touch.ids))];
  const loaded = ids.length > 0 ? await storage.load(view, ids) : new Map<string, StoredDocument>();
  const { operations, failure: unfoldable } = view.plan(loaded, touched);

  if (operations.length > 0) {
    if (operations.some(({ kind }) => kind === 'insert')) await assertUnmoved(view, from, storage);
    await storage.write(view, operations);
  }
  const failure = unfoldable ?? untouchable ?? unreadable;
  return {
    advance: advanceOver(view, from, before(readable, failure)),
    tombstones: operations.flatMap(({ document }) => (document._deleted ? [document] : [])),
    failure,
  };
}

/**
 * A document that is absent may have been deleted and its tombstone swept by a writer whose
 * checkpoint is further on; that checkpoint was saved before the sweep, so it tells.
 */
async function assertUnmoved(view: AnyView, from: Checkpoint, storage: ViewStorage): Promise<void> {
  const { position } = await storage.checkpoint(view);
  if (position?.commit !== from.position?.commit || position?.prepare !== from.position?.prepare) {
    throw new AnotherWriter(view.name, 'the checkpoint');
  }
}

function advanceOver(
  view: AnyView,
  from: Checkpoint,
  handled: readonly LogMessage[],
): Advance | null {
  const last = handled.at(-1);
  if (last === undefined) return null;
  const newest = handled.findLast((message) => message.kind === 'event');
  const recordedAt = newest?.event.metadata.recordedAt ?? from.recordedAt;
  const to = { position: positionOf(last), events: from.events + handled.length, recordedAt };
  return { view, from, to };
}
