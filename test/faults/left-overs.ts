import { collectionName } from '@jejak/projection';

import type { Books } from './books';

const shared = ['views', 'checkpoints', 'parked', 'parked_events'];

/** What there is of generations that the catalogue does not know, or only as builds and discarded. */
export function leftOvers({
  collections,
  generations,
  checkpoints,
  parked,
  queued,
}: Books): string[] {
  const entries = [...generations.values()];
  const kept = new Set(
    entries.flatMap(({ _id: name, live, previous }) =>
      [live, previous].flatMap((key) => (key === null ? [] : [collectionName({ name, ...key })])),
    ),
  );
  const there = [
    ...collections
      .filter((name) => !shared.includes(name))
      .map((name) => ['collection', name] as const),
    ...[...checkpoints.keys()].map((name) => ['checkpoint', name] as const),
    ...[...parked, ...queued].map(({ generation }) => ['parked event of', generation] as const),
  ];
  return [
    ...there.flatMap(([what, name]) => (kept.has(name) ? [] : [`left over: ${what} ${name}`])),
    ...entries.flatMap(({ _id, next, discarded }) =>
      next === null && discarded.length === 0 ? [] : [`${_id} still has builds to end or to drop`],
    ),
  ];
}
