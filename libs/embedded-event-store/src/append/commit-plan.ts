import { randomUUID } from 'node:crypto';
import { encodeEventRecord, recordedOf } from '../storage/event-record';
import { type Commit, type Head } from '../storage/commit';
import { type EventLog } from '../storage/event-log';
import {
  SOFT_DELETED_DATA,
  describedStreamOf,
  isJsonObject,
  isMetadataStream,
  isSoftDeleted,
  metadataStreamOf,
  parseStreamMetadata,
  type StreamMetadata,
} from '../storage/stream-metadata';
import { type StreamState } from '../storage/stream-state';
import { type AppendTarget, type ProposedEvent } from '../wire/append-requests';
import { encodeRecordedEvent, recordedEventId } from '../wire/recorded-event';
import { checkAppend, type StreamView } from './check-append';
import { idInStream, type RecentIds } from './recent-ids';
import { TOMBSTONE_REVISION, metadataEvent, streamDeletedEvent } from './system-events';
import { type WriteOutcome, type WriteRequest } from './write-request';

interface Written {
  readonly id: string;
  readonly position: number;
}

/**
 * Turns a group of write requests, in order, into one commit. Every request is judged against the
 * committed log plus what the requests before it in the group will have written.
 */
export class CommitPlan {
  private readonly records: {
    position: number;
    record: Buffer;
    index?: { streamId: number; revision: number };
  }[] = [];
  private readonly streams = new Map<string, StreamState>();
  private readonly metadata = new Map<string, StreamMetadata>();
  private readonly written = new Map<string, Map<number, Written>>();
  /** Revisions by `idInStream`. */
  private readonly newIds = new Map<string, number>();
  private head: Head;

  constructor(
    private readonly log: EventLog,
    private readonly recentIds: RecentIds,
    /** Milliseconds since the Unix epoch, recorded as the time of every event in the group. */
    private readonly now: number,
  ) {
    this.head = log.head;
  }

  /** What to write, or undefined when no request changed anything. */
  get commit(): Commit | undefined {
    if (this.records.length === 0) return undefined;
    const { records, streams, metadata, head } = this;
    return { records, streams, metadata, head };
  }

  /** To be called once the commit is durable, and only then: its ids count as recently seen. */
  settle(): void {
    for (const [key, revision] of this.newIds) this.recentIds.add(key, revision);
  }

  add(request: WriteRequest): WriteOutcome {
    const { deadline } = request.target;
    if (deadline !== undefined && deadline <= this.now) return { kind: 'timeout' };
    switch (request.kind) {
      case 'append':
        return this.append(request.target, request.events);
      case 'delete':
        return this.delete(request.target);
      case 'tombstone':
        return this.tombstone(request.target);
    }
  }

  private append(
    { stream, expected }: AppendTarget,
    events: readonly ProposedEvent[],
  ): WriteOutcome {
    const ids = events.map(({ id }) => id);
    const view = this.view(stream);
    const verdict = checkAppend(expected, ids, view);
    if (verdict.kind === 'stream-deleted') return { kind: 'deleted', stream };
    if (verdict.kind === 'wrong-expected-version')
      return { kind: 'wrong', current: view.last, expected };
    if (events.length === 0) return this.appendNothing(stream, view);
    if (verdict.kind === 'repeated') {
      const position = this.writtenAt(stream, verdict.revision)?.position;
      return {
        kind: 'success',
        revision: verdict.revision,
        ...(position === undefined ? {} : { position }),
      };
    }
    const described = isMetadataStream(stream) ? describedStreamOf(stream) : undefined;
    const wasSoftDeleted = described !== undefined && isSoftDeleted(this.metadataOf(described));
    for (const event of events) this.record(stream, event);
    if (view.softDeleted) this.recreate(stream, view.last + 1);
    const newest = events.at(-1);
    if (described !== undefined && wasSoftDeleted && newest && isJsonObject(newest.data)) {
      this.recreate(described, (this.stream(described)?.last ?? -1) + 1);
    }
    const revision = view.last + events.length;
    const position = this.writtenAt(stream, revision)?.position;
    return { kind: 'success', revision, ...(position === undefined ? {} : { position }) };
  }

  /**
   * Undoes a soft delete as every append does, and writes no event. The position it answers with is
   * that of no event: after the newest one, before the next.
   */
  private appendNothing(stream: string, { last, softDeleted }: StreamView): WriteOutcome {
    if (softDeleted) this.recreate(stream, last + 1);
    return { kind: 'success', revision: last, position: this.head.next - 1 };
  }

  /** A soft-deleted stream goes on: what was deleted stays hidden, numbers are not used again. */
  private recreate(stream: string, from: number): void {
    const raw = { ...this.metadataOf(stream).raw, $tb: from };
    this.record(metadataStreamOf(stream), metadataEvent(Buffer.from(JSON.stringify(raw))));
  }

  /** There must be something to hide: events, or metadata. */
  private delete(target: AppendTarget): WriteOutcome {
    const { stream, expected } = target;
    const view = this.view(stream);
    const refusal = refuseDelete(target, view);
    if (refusal !== undefined) return refusal;
    if (view.last < 0 && !view.hasMetadata())
      return { kind: 'wrong', current: view.last, expected };
    const { position } = this.record(metadataStreamOf(stream), metadataEvent(SOFT_DELETED_DATA));
    return { kind: 'success', revision: this.stream(stream)?.last ?? -1, position };
  }

  /** A stream that was never written can be closed too, and is then never written. */
  private tombstone(target: AppendTarget): WriteOutcome {
    const { stream } = target;
    const refusal = refuseDelete(target, this.view(stream));
    if (refusal !== undefined) return refusal;
    const state = this.stream(stream) ?? this.newStream();
    const event = streamDeletedEvent();
    const position = this.addToLog(stream, event, TOMBSTONE_REVISION);
    this.streams.set(stream, { ...state, tombstoned: true });
    return { kind: 'success', revision: state.last, position };
  }

  private record(stream: string, event: ProposedEvent): { revision: number; position: number } {
    const state = this.stream(stream) ?? this.newStream();
    const revision = state.last + 1;
    const position = this.addToLog(stream, event, revision, { streamId: state.id, revision });
    this.streams.set(stream, { ...state, last: revision });
    this.remember(stream, revision, { id: event.id, position });
    if (isMetadataStream(stream)) {
      const described = describedStreamOf(stream);
      // Metadata of metadata is kept, and means nothing.
      if (!isMetadataStream(described)) {
        this.metadata.set(described, parseStreamMetadata(event.data));
      }
    }
    return { revision, position };
  }

  private addToLog(
    stream: string,
    event: ProposedEvent,
    revision: number | bigint,
    index?: { streamId: number; revision: number },
  ): number {
    const position = this.head.next;
    const created = this.now;
    const recorded = encodeRecordedEvent(event, { stream, revision, position, created });
    const record = encodeEventRecord({ stream, type: event.type, created, recorded });
    this.records.push({ position, record, ...(index === undefined ? {} : { index }) });
    this.head = { ...this.head, last: position, next: position + record.length };
    return position;
  }

  private remember(stream: string, revision: number, written: Written): void {
    const key = idInStream(written.id, stream);
    if (!this.newIds.has(key)) this.newIds.set(key, revision);
    const ofStream = this.written.get(stream) ?? new Map<number, Written>();
    ofStream.set(revision, written);
    this.written.set(stream, ofStream);
  }

  private recentRevisionOf(id: string, stream: string): number | undefined {
    const key = idInStream(id, stream);
    return this.recentIds.revisionOf(key) ?? this.newIds.get(key);
  }

  private newStream(): StreamState {
    const id = this.head.nextStreamId;
    this.head = { ...this.head, nextStreamId: id + 1 };
    return { id, last: -1, tombstoned: false };
  }

  private stream(name: string): StreamState | undefined {
    return this.streams.get(name) ?? this.log.stream(name);
  }

  private metadataOf(name: string): StreamMetadata {
    return this.metadata.get(name) ?? this.log.metadata(name);
  }

  private writtenAt(stream: string, revision: number): Written | undefined {
    const planned = this.written.get(stream)?.get(revision);
    if (planned !== undefined) return planned;
    const state = this.log.stream(stream);
    const event = state && this.log.event(state, revision);
    return event && { id: recordedEventId(recordedOf(event.record)), position: event.position };
  }

  /** With a stream its metadata is closed. */
  private isTombstoned(name: string): boolean {
    if (this.stream(name)?.tombstoned === true) return true;
    return isMetadataStream(name) && this.isTombstoned(describedStreamOf(name));
  }

  private view(name: string): StreamView {
    const state = this.stream(name);
    return {
      last: state?.last ?? -1,
      tombstoned: this.isTombstoned(name),
      softDeleted: isSoftDeleted(this.metadataOf(name)),
      hasMetadata: () => (this.stream(metadataStreamOf(name))?.last ?? -1) >= 0,
      idAt: (revision) => this.writtenAt(name, revision)?.id,
      recentRevisionOf: (id) => this.recentRevisionOf(id, name),
    };
  }
}

/** A delete is judged like an append of one event nobody has seen. */
function refuseDelete(
  { stream, expected }: AppendTarget,
  view: StreamView,
): WriteOutcome | undefined {
  const verdict = checkAppend(expected, [randomUUID()], view);
  if (verdict.kind === 'stream-deleted') return { kind: 'deleted', stream };
  return verdict.kind === 'append' ? undefined : { kind: 'wrong', current: view.last, expected };
}
