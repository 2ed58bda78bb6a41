import { type EventLog } from '../storage/event-log';
import { recordedOf, streamOf } from '../storage/event-record';
import { recordedEventId, recordedEventRevision } from '../wire/recorded-event';

/** Where an event id was last recorded. */
interface Seen {
  readonly stream: string;
  readonly revision: number;
}

/**
 * The event ids recorded last, oldest forgotten first. It answers for repeated appends with
 * expectation `any`; like the server's own cache it is bounded, so it is a help, not a promise.
 */
export class RecentIds {
  private readonly seen = new Map<string, Seen>();

  constructor(private readonly capacity: number) {}

  add(id: string, stream: string, revision: number): void {
    this.seen.delete(id);
    this.seen.set(id, { stream, revision });
    if (this.seen.size <= this.capacity) return;
    const oldest = this.seen.keys().next();
    if (oldest.done !== true) this.seen.delete(oldest.value);
  }

  /** Remembers the newest events of the log: what it would hold had the node never stopped. */
  refill(log: Pick<EventLog, 'head' | 'walkAll'>): void {
    const newestFirst: [id: string, stream: string, revision: number][] = [];
    log.walkAll({ from: log.head.last, reverse: true }, (_position, record) => {
      const recorded = recordedOf(record);
      const id = recordedEventId(recorded);
      newestFirst.push([id, streamOf(record), recordedEventRevision(recorded)]);
      return newestFirst.length < this.capacity;
    });
    for (const seen of newestFirst.reverse()) this.add(...seen);
  }

  revisionOf(id: string, stream: string): number | undefined {
    const seen = this.seen.get(id);
    return seen?.stream === stream ? seen.revision : undefined;
  }
}
