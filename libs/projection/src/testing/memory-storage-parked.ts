import { LeaseLost } from '../errors';
import type { ProjectionStorage } from '../storage/projection-storage';
import type { Lease } from '../storage/checkpoint';
import type { EventReference, ParkedKey, ParkedRecord } from '../storage/parked';
import { collectionName, type Generation } from '../view/generation';
import { encodePosition, isAtOrBefore } from '../view/position-codec';
import { byBytes, type Fenced, type MemoryServer, within } from './memory-storage-server';

type Parking = Pick<
  ProjectionStorage,
  'parked' | 'takeParked' | 'park' | 'unpark' | 'queue' | 'queued' | 'dequeue' | 'waiting'
>;
type Placed = Pick<EventReference, 'position'>;

const idOf = ({ kind, key }: ParkedKey): string => `${kind}/${key}`;

function byPosition({ position: left }: Placed, { position: right }: Placed): number {
  if (isAtOrBefore(left, right)) return isAtOrBefore(right, left) ? 0 : -1;
  return 1;
}

export function memoryParked(server: MemoryServer, beforePark: () => Promise<void>): Parking {
  const { effect } = server;
  const queueOf = (generation: Generation, key: string): Map<string, Fenced<EventReference>> =>
    within(within(server.queues, collectionName(generation)), key);
  const remove = (generation: Generation, key: string, gone: readonly EventReference[]): void => {
    const queues = within(server.queues, collectionName(generation));
    for (const { position } of gone) effect(() => queues.get(key)?.delete(placeOf(position)));
    if (queues.get(key)?.size === 0) queues.delete(key);
  };

  const recordsOf = (generation: Generation): Map<string, Fenced<ParkedRecord>> =>
    within(server.parked, collectionName(generation));
  const assertOurs = ({ generation, fence }: Lease, parkedKey: ParkedKey): void => {
    const standing = recordsOf(generation).get(idOf(parkedKey));
    if (standing !== undefined && standing.fence > fence) {
      throw new LeaseLost([collectionName(generation)]);
    }
  };
  const parked: Parking['parked'] = async (generation) => {
    await server.reachable();
    const records = [...(server.parked.get(collectionName(generation))?.values() ?? [])];
    return records
      .toSorted(
        (left, right) => byPosition(left.event, right.event) || byBytes(idOf(left), idOf(right)),
      )
      .map((record) => structuredClone(withoutFence(record)));
  };

  return {
    parked,

    async takeParked({ generation, fence }) {
      await server.reachable();
      const records = recordsOf(generation);
      for (const [id, record] of records) {
        if (record.fence < fence) effect(() => records.set(id, { ...record, fence }));
      }
      return parked(generation);
    },

    async park(lease, record) {
      await beforePark();
      await server.reachable();
      const { generation, fence } = lease;
      server.calls.push(`park ${generation.name} ${idOf(record)}`);
      encodePosition(record.event.position);
      assertOurs(lease, record);
      effect(() => {
        recordsOf(generation).set(idOf(record), { ...structuredClone(record), fence });
      });
    },

    async unpark(lease, parkedKey) {
      await beforePark();
      await server.reachable();
      const { generation, fence } = lease;
      server.calls.push(`unpark ${generation.name} ${idOf(parkedKey)}`);
      const { kind, key } = parkedKey;
      if (kind === 'document') {
        const waiting = [...queueOf(generation, key).values()];
        remove(
          generation,
          key,
          waiting.filter((event) => event.fence <= fence),
        );
      }
      assertOurs(lease, parkedKey);
      effect(() => recordsOf(generation).delete(idOf(parkedKey)));
    },

    async queue({ generation, fence }, events) {
      await server.reachable();
      server.calls.push(`queue ${generation.name} ${events.length}`);
      for (const { key, event } of events) {
        encodePosition(event.position);
        effect(() => {
          const waiting = queueOf(generation, key);
          const place = placeOf(event.position);
          const before = waiting.get(place)?.fence ?? fence;
          const newest = before > fence ? before : fence;
          waiting.set(place, { ...structuredClone(event), fence: newest });
        });
      }
    },

    async queued(generation, key, after, limit) {
      await server.reachable();
      const waiting = server.queues.get(collectionName(generation))?.get(key)?.values() ?? [];
      return [...waiting]
        .filter(({ position }) => !isAtOrBefore(position, after))
        .toSorted(byPosition)
        .slice(0, limit)
        .map((event) => structuredClone(withoutFence(event)));
    },

    async dequeue(generation, key, upTo) {
      await server.reachable();
      const waiting = [...queueOf(generation, key).values()];
      remove(
        generation,
        key,
        waiting.filter(({ position }) => isAtOrBefore(position, upTo)),
      );
    },

    async waiting(generation) {
      await server.reachable();
      const queues = server.queues.get(collectionName(generation)) ?? new Map<string, never>();
      const counts = [...queues].map(([key, { size }]) => [key, size] as const);
      return new Map(counts.filter(([, size]) => size > 0));
    },
  };
}

function withoutFence<Kept extends object>({ fence, ...kept }: Fenced<Kept>): Omit<Kept, 'fence'> {
  return kept;
}

const placeOf = ({ commit, prepare }: EventReference['position']): string =>
  `${commit.toString()}/${prepare.toString()}`;
