import type { JejakEvent, Position, RecordedEvent } from '@jejak/domain';
import { type EventStore, UnreadableEventError, formatPosition } from '@jejak/event-store';
import { limitOf, problem } from '@jejak/http';
import { shownToPublic } from '@jejak/views';
import { Inject, Injectable } from '@nestjs/common';

import { assertLogReached } from '../reading/log-reached';
import { instantOf } from '../reading/moments';
import {
  addressOf,
  existing,
  positioned,
  type PageReply,
  type Positioned,
} from '../reading/replies';
import { stateOf } from '../reading/stream-state';
import { EVENT_STORE } from '../tokens';
import type { StateQuery, StreamQuery } from './audit.query';

/** An event as it was recorded, as far as the public is shown it; numbers of 64 bits as text. */
export interface RawEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: string;
  readonly position: string;
  readonly type: string;
  readonly data: object;
  readonly metadata: object;
  /** Names of the fields of `data` that are not for the public and therefore missing in it. */
  readonly withheld: readonly string[];
}

export interface StateReply extends Positioned {
  readonly stream: string;
  /** Revision and recording instant of the last event folded; null when none was. */
  readonly revision: string | null;
  readonly recordedAt: string | null;
  readonly state: object | null;
  /** Names of the fields that are not for the public and therefore missing in the state. */
  readonly withheld: readonly string[];
}

/** A stream as the event store has it: the record itself, not a view of it. */
@Injectable()
export class StreamService {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  /** An event that cannot be read ends the page before it; a page that begins with it is refused. */
  async events(
    stream: string,
    query: StreamQuery,
    after: Position | null,
  ): Promise<PageReply<RawEvent>> {
    await assertLogReached(this.store, after);
    const limit = limitOf(query);
    const { direction = 'forwards', from } = query;
    const start = from === undefined ? {} : { from: BigInt(from) };
    const { events, endsAt } = await this.read(stream, { ...start, direction, limit: limit + 1 });
    const items = events.slice(0, limit);
    const newest = items.at(direction === 'forwards' ? -1 : 0) ?? (await this.newest(stream));
    const beyond = (events[limit]?.revision ?? endsAt)?.toString();
    const address = `/v1/audit/streams/${encodeURIComponent(stream)}`;
    const next = beyond === undefined ? null : addressOf(address, asked(query, beyond));
    const { position } = existing(newest ?? null, `stream ${stream}`);
    return positioned({ items: items.map(rawEvent), next }, position);
  }

  async state(
    stream: string,
    { atRevision, asOf }: StateQuery,
    after: Position | null,
  ): Promise<StateReply> {
    await assertLogReached(this.store, after);
    if (atRevision !== undefined && asOf !== undefined)
      throw problem('request.invalid', {
        field: 'asOf',
        detail: 'atRevision and asOf name two moments.',
        fix: 'Ask for one of them.',
      });
    const { last, state } = existing(
      await stateOf(this.store, stream, {
        ...(atRevision === undefined ? {} : { atRevision: BigInt(atRevision) }),
        ...(asOf === undefined ? {} : { asOf: instantOf(asOf, 'end') }),
      }),
      `stream ${stream}`,
    );
    if (atRevision !== undefined && last?.revision !== BigInt(atRevision))
      throw problem('resource.not-found', {
        field: 'atRevision',
        detail: `The stream ${stream} has no revision ${atRevision} yet.`,
      });
    const revision = last && last.revision.toString();
    const { content, withheld } = shownToPublic(stream, state);
    const body = {
      stream,
      revision,
      recordedAt: last && last.recordedAt,
      state: content,
      withheld,
    };
    return positioned(body, last && last.position);
  }

  /** For a page past the end of the stream, which is empty and not unknown. */
  private async newest(stream: string): Promise<RecordedEvent<JejakEvent> | undefined> {
    return (await this.read(stream, { direction: 'backwards', limit: 1 })).events[0];
  }

  private async read(
    stream: string,
    options: Parameters<EventStore['readStream']>[1],
  ): Promise<{
    readonly events: readonly RecordedEvent<JejakEvent>[];
    /** Revision of the event behind them that cannot be read. */
    readonly endsAt?: bigint;
  }> {
    const events: RecordedEvent<JejakEvent>[] = [];
    try {
      for await (const event of this.store.readStream(stream, options)) events.push(event);
    } catch (error) {
      if (!(error instanceof UnreadableEventError) || events.length === 0) throw error;
      return { events, endsAt: error.revision };
    }
    return { events };
  }
}

const rawEvent = (recorded: RecordedEvent<JejakEvent>): RawEvent => {
  const { id, stream, revision, position, event, metadata } = recorded;
  const places = { revision: revision.toString(), position: formatPosition(position) };
  const { content: data, withheld } = shownToPublic(stream, event.data);
  return { id, stream, ...places, type: event.type, data, metadata, withheld };
};

const asked = ({ direction, limit, format }: StreamQuery, from: string) => ({
  direction,
  limit,
  format,
  from,
});
