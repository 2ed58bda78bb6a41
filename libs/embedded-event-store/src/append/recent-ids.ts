import { createHash } from 'node:crypto';
import { type EventLog } from '../storage/event-log';
import { recordedOf, streamOf } from '../storage/event-record';
import { recordedEventId, recordedEventRevision } from '../wire/recorded-event';

/**
 * The event ids recorded last in each stream, oldest forgotten first. It answers for repeated
 * appends with expectation `any`; like the server's own cache it is bounded, so it is a help, not
 * a promise. Of an id recorded again in its stream, the first revision counts, as on the server.
 */
export class RecentIds {
  private readonly seen = new Map<string, { readonly revision: number; readonly slot: number }>();
  /** A ring: what is at `next` is the oldest. A map is slow to find its oldest key by its order. */
  private readonly keys: string[] = [];
  private next = 0;

  constructor(private readonly capacity: number) {}

  /** `key`: see `idInStream`. */
  add(key: string, revision: number): void {
    const first = this.seen.get(key)?.revision ?? revision;
    const oldest = this.keys[this.next];
    if (oldest !== undefined && this.seen.get(oldest)?.slot === this.next) this.seen.delete(oldest);
    this.keys[this.next] = key;
    this.seen.set(key, { revision: first, slot: this.next });
    this.next = (this.next + 1) % this.capacity;
  }

  /** Remembers the newest events of the log: what it would hold had the node never stopped. */
  refill(log: Pick<EventLog, 'head' | 'walkAll'>): void {
    const newestFirst: [key: string, revision: number][] = [];
    log.walkAll({ from: log.head.last, reverse: true }, (_position, record) => {
      const recorded = recordedOf(record);
      const key = idInStream(recordedEventId(recorded), streamOf(record));
      newestFirst.push([key, recordedEventRevision(recorded)]);
      return newestFirst.length < this.capacity;
    });
    for (const seen of newestFirst.reverse()) this.add(...seen);
  }

  revisionOf(key: string): number | undefined {
    return this.seen.get(key)?.revision;
  }
}

/** A longer name is remembered by its digest, or a window of such names would fill the memory. */
const LONGEST_NAME = 256;

/** Ids have one length, so no two pairs share a key. */
export function idInStream(id: string, stream: string): string {
  if (stream.length <= LONGEST_NAME) return `${id}=${stream}`;
  return `${id}#${createHash('sha256').update(stream).digest('base64')}`;
}
