import { type AppendExpectedRevision, type JSONType } from '@eventstore/db-client';

/** What the model knows of an event. The id is null where the store makes it up itself. */
export interface PlainEvent {
  readonly stream: string;
  readonly revision: bigint;
  readonly type: string;
  readonly id: string | null;
  readonly data: unknown;
}

export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly data: JSONType;
}

/** `newest`: the event whose position the answer carries; null: that of no event. */
export type Outcome =
  | { readonly kind: 'done'; readonly revision: bigint; readonly newest: PlainEvent | null }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'deleted' };

export type Shown = readonly PlainEvent[] | 'not-found' | 'deleted';

interface Metadata {
  readonly $tb?: number;
  readonly $maxCount?: number;
}

/** The largest int64: the number of a tombstone, and as `$tb` the sign of a soft delete. */
const LARGEST = 2n ** 63n - 1n;

const WRONG: Outcome = { kind: 'wrong' };
const DELETED: Outcome = { kind: 'deleted' };

/** One list of events, and every question answered by looking through all of it. */
export class PlainStore {
  readonly log: PlainEvent[] = [];

  append(stream: string, expected: AppendExpectedRevision, events: readonly Proposed[]): Outcome {
    if (this.isTombstoned(stream)) return DELETED;
    const before = this.eventsOf(stream);
    const isDeleted = this.isSoftDeleted(stream);
    const wasDeleted = stream.startsWith('$$') && this.isSoftDeleted(stream.slice(2));
    const verdict = this.judge(stream, before, expected, events);
    if ('kind' in verdict) return verdict;
    for (const event of verdict.write) this.write(stream, event);
    if (isDeleted) this.recreate(stream, before.length);
    if (wasDeleted && verdict.write.length > 0) {
      this.recreate(stream.slice(2), this.eventsOf(stream.slice(2)).length);
    }
    const revision = BigInt(before.length + events.length - 1);
    const newest = events.length === 0 ? null : this.at(stream, revision);
    return { kind: 'done', revision, newest };
  }

  delete(stream: string, expected: AppendExpectedRevision): Outcome {
    const verdict = this.judgeRemoval(stream, expected);
    if (verdict !== null) return verdict;
    const metadata = `$$${stream}`;
    if (this.eventsOf(stream).length + this.eventsOf(metadata).length === 0) return WRONG;
    const data = { $tb: Number(LARGEST) };
    const newest = this.write(metadata, { type: '$metadata', id: null, data });
    return { kind: 'done', revision: newest.revision, newest };
  }

  tombstone(stream: string, expected: AppendExpectedRevision): Outcome {
    const verdict = this.judgeRemoval(stream, expected);
    if (verdict !== null) return verdict;
    const newest = { stream, revision: LARGEST, type: '$streamDeleted', id: null, data: null };
    this.log.push(newest);
    return { kind: 'done', revision: LARGEST, newest };
  }

  /** What a read of the stream shows, first to last. */
  shown(stream: string): Shown {
    if (this.isTombstoned(stream)) return 'deleted';
    const events = this.eventsOf(stream);
    if (events.length === 0 || this.isSoftDeleted(stream)) return 'not-found';
    const { $tb = 0, $maxCount = Infinity } = this.metadataOf(stream);
    return events.filter((_, revision) => revision >= Math.max($tb, events.length - $maxCount));
  }

  /** How many events were ever written to a stream. */
  countOf(stream: string): number {
    return this.eventsOf(stream).length;
  }

  /** A verdict, or what is to be written. */
  private judge(
    stream: string,
    before: readonly PlainEvent[],
    expected: AppendExpectedRevision,
    events: readonly Proposed[],
  ): Outcome | { readonly write: readonly Proposed[] } {
    const ids = before.map(({ id }) => id);
    if (expected === 'any' || expected === 'stream_exists') {
      if (expected === 'stream_exists') {
        if (this.isSoftDeleted(stream)) return DELETED;
        if (before.length === 0 && this.eventsOf(`$$${stream}`).length === 0) return WRONG;
      }
      const places = events.map(({ id }) => ids.indexOf(id));
      if (places.length === 0 || places[0] === -1) return { write: events };
      return places.includes(-1) ? WRONG : this.repeated(stream, BigInt(places.at(-1) ?? -1));
    }
    const next = expected === 'no_stream' ? 0 : Number(expected) + 1;
    if (next > before.length) return WRONG;
    if (next === before.length) return { write: events };
    const isSame = events.map(({ id }, n) => ids[next + n] === id);
    if (isSame.length > 0 && isSame.every(Boolean)) {
      return this.repeated(stream, BigInt(next + events.length - 1));
    }
    return next === 0 && isSame[0] === false && this.isSoftDeleted(stream)
      ? { write: events }
      : WRONG;
  }

  private repeated(stream: string, revision: bigint): Outcome {
    return { kind: 'done', revision, newest: this.at(stream, revision) };
  }

  /** Null: it may be removed. */
  private judgeRemoval(stream: string, expected: AppendExpectedRevision): Outcome | null {
    if (this.isTombstoned(stream)) return DELETED;
    const unseen = [{ id: '', type: '', data: {} }];
    const verdict = this.judge(stream, this.eventsOf(stream), expected, unseen);
    return 'kind' in verdict ? verdict : null;
  }

  private write(stream: string, event: Omit<PlainEvent, 'stream' | 'revision'>): PlainEvent {
    const written = { ...event, stream, revision: BigInt(this.eventsOf(stream).length) };
    this.log.push(written);
    return written;
  }

  private recreate(stream: string, from: number): void {
    const data = { ...this.metadataOf(stream), $tb: from };
    this.write(`$$${stream}`, { type: '$metadata', id: null, data });
  }

  private at(stream: string, revision: bigint): PlainEvent | null {
    return this.eventsOf(stream)[Number(revision)] ?? null;
  }

  private eventsOf(stream: string): readonly PlainEvent[] {
    return this.log.filter((event) => event.stream === stream && event.revision < LARGEST);
  }

  private metadataOf(stream: string): Metadata {
    if (stream.startsWith('$$')) return { $maxCount: 1 };
    return this.eventsOf(`$$${stream}`).at(-1)?.data ?? {};
  }

  private isSoftDeleted(stream: string): boolean {
    return (this.metadataOf(stream).$tb ?? 0) >= Number(LARGEST);
  }

  /** With a stream its metadata is closed. */
  private isTombstoned(stream: string): boolean {
    const described = stream.replace(/^\$\$/u, '');
    return this.log.some(
      (event) => event.revision === LARGEST && [stream, described].includes(event.stream),
    );
  }
}
