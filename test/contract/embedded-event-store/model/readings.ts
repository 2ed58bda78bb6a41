import {
  type AllStreamResolvedEvent,
  type EventStoreDBClient,
  type ResolvedEvent,
} from '@eventstore/db-client';
import { collect, rejection, take } from '../../event-store/server/support';
import { type Model } from './model';
import { type PlainEvent, type PlainStore } from './plain-store';

export interface Reading {
  readonly stream: string;
  readonly from: 'start' | 'end' | number;
  readonly backwards: boolean;
  readonly maxCount: number;
}

/** An event as the model has it; ids that the node made up are taken from the model. */
function plain({ event }: ResolvedEvent, expected: PlainEvent | undefined): unknown {
  if (event === undefined) return null;
  const { streamId: stream, revision, type, id, data, isJson } = event;
  return {
    stream,
    revision,
    type,
    id: expected?.id === null ? null : id,
    data: isJson ? data : null,
  };
}

function expectSame(read: readonly ResolvedEvent[], expected: readonly PlainEvent[]): void {
  expect(read.map((event, n) => plain(event, expected[n]))).toEqual(expected);
}

/** A read of a stream, and what a subscription that begins at the same revision shows of the past. */
export async function compareReads(
  store: PlainStore,
  client: EventStoreDBClient,
  { stream, from, backwards, maxCount }: Reading,
): Promise<void> {
  const shown = store.shown(stream);
  const fromRevision = typeof from === 'number' ? BigInt(from) : from;
  const direction = backwards ? 'backwards' : 'forwards';
  const read = collect(client.readStream(stream, { fromRevision, direction, maxCount }));
  if (typeof shown === 'string') {
    expect(await rejection(read)).toMatchObject({ type: `stream-${shown}` });
    return;
  }
  const isAfter = ({ revision }: PlainEvent): boolean =>
    from === 'start' || (from !== 'end' && revision >= from);
  const isBefore = ({ revision }: PlainEvent): boolean =>
    from === 'end' || revision <= (from === 'start' ? 0 : from);
  const wanted = backwards ? shown.filter(isBefore).toReversed() : shown.filter(isAfter);
  expectSame(await read, wanted.slice(0, maxCount));
  if (backwards || from === 'end') return;
  const past = shown.filter(({ revision }) => from === 'start' || revision > from);
  const subscription = client.subscribeToStream(stream, { fromRevision });
  expectSame(await take(subscription, past.length), past);
  await subscription.unsubscribe();
}

/** All of the model's part of the log, both ways and as a subscription has it; notes the positions. */
export async function compareAll(
  { store: { log }, origin, positions }: Pick<Model, 'store' | 'origin' | 'positions'>,
  client: EventStoreDBClient,
  from: number,
  maxCount: number,
): Promise<void> {
  const [, ...all] = await collect(client.readAll({ fromPosition: origin }));
  expectSame(all, log);
  let last = origin.commit;
  for (const [n, { event }] of all.entries()) {
    const commit = event?.position.commit ?? -1n;
    expect(commit).toBeGreaterThan(last);
    last = commit;
    const known = log[n]!;
    expect(commit).toBe(positions.get(known) ?? commit);
    positions.set(known, commit);
  }
  if (log.length === 0) return;
  const index = from % log.length;
  const commit = positions.get(log[index]!)!;
  const fromPosition = { commit, prepare: commit };
  const some = await collect(client.readAll({ fromPosition, maxCount }));
  expectSame(some, log.slice(index, index + maxCount));
  const reading = client.readAll({ fromPosition, maxCount, direction: 'backwards' });
  const isOfTheModel = ({ event }: AllStreamResolvedEvent): boolean =>
    (event?.position.commit ?? 0n) > origin.commit;
  const before = (await collect(reading)).filter(isOfTheModel);
  expectSame(before, log.slice(0, index).toReversed().slice(0, maxCount));
  const subscription = client.subscribeToAll({ fromPosition });
  const after = log.slice(index + 1);
  expectSame(await take(subscription, after.length), after);
  await subscription.unsubscribe();
}
