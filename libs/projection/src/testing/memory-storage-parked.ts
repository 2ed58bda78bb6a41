import type { ProjectionStorage } from '../storage/projection-storage';
import type { EventReference, ParkedKey } from '../storage/parked';
import { collectionName, type Generation } from '../view/generation';
import { encodePosition, isAtOrBefore } from '../view/position-codec';
import { byBytes, type MemoryServer, within } from './memory-storage-server';

type Parking = Pick<
  ProjectionStorage,
  'parked' | 'park' | 'unpark' | 'queue' | 'queued' | 'dequeue' | 'waiting'
>;
type Placed = Pick<EventReference, 'position'>;

const idOf = ({ kind, key }: ParkedKey): string => `${kind}/${key}`;

function byPosition({ position: left }: Placed, { position: right }: Placed): number {
  if (isAtOrBefore(left, right)) return isAtOrBefore(right, left) ? 0 : -1;
  return 1;
}

export function memoryParked(server: MemoryServer): Parking {
  const { effect } = server;
  const queueOf = (generation: Generation, key: string): Map<string, EventReference> =>
    within(within(server.queues, collectionName(generation)), key);
  const remove = (generation: Generation, key: string, gone: readonly EventReference[]): void => {
    const queues = within(server.queues, collectionName(generation));
    for (const { position } of gone) effect(() => queues.get(key)?.delete(placeOf(position)));
    if (queues.get(key)?.size === 0) queues.delete(key);
  };

  return {
    async parked(generation) {
      await server.reachable();
      const records = [...(server.parked.get(collectionName(generation))?.values() ?? [])];
      return records
        .toSorted(
          (left, right) => byPosition(left.event, right.event) || byBytes(idOf(left), idOf(right)),
        )
        .map((record) => structuredClone(record));
    },

    async park(generation, record) {
      await server.reachable();
      server.calls.push(`park ${generation.name} ${idOf(record)}`);
      encodePosition(record.event.position);
      effect(() => {
        within(server.parked, collectionName(generation)).set(
          idOf(record),
          structuredClone(record),
        );
      });
    },

    async unpark(generation, parkedKey) {
      await server.reachable();
      server.calls.push(`unpark ${generation.name} ${idOf(parkedKey)}`);
      const { kind, key } = parkedKey;
      if (kind === 'document') {
        remove(generation, key, [...queueOf(generation, key).values()]);
      }
      effect(() => server.parked.get(collectionName(generation))?.delete(idOf(parkedKey)));
    },

    async queue(generation, events) {
      await server.reachable();
      server.calls.push(`queue ${generation.name} ${events.length}`);
      for (const { key, event } of events) {
        encodePosition(event.position);
        effect(() => {
          const waiting = queueOf(generation, key);
          const place = placeOf(event.position);
          if (!waiting.has(place)) waiting.set(place, structuredClone(event));
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
        .map((event) => structuredClone(event));
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

const placeOf = ({ commit, prepare }: EventReference['position']): string =>
  `${commit.toString()}/${prepare.toString()}`;
