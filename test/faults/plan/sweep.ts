import { collectionName } from '@jejak/projection';

import { randomOf } from '../random';
import { history, standing, tally, trail } from '../views';
import { newEvent, pactEvent } from './history';
import type { RoundPlan } from './round-plan';
import type { RoundSettings } from './settings';

export interface Swept {
  readonly collection: string;
  /** Operations of the two batches all together. */
  readonly operations: number;
  /** Operations of the first bulk; null where that is the runtime's own affair. */
  readonly firstBulk: number | null;
}

export const sweptCollections: readonly Swept[] = [
  { collection: collectionName(history), operations: 7, firstBulk: 3 },
  { collection: collectionName(tally), operations: 17, firstBulk: 8 },
  { collection: collectionName(standing), operations: 6, firstBulk: 2 },
  { collection: collectionName(trail), operations: 6, firstBulk: 3 },
  { collection: 'checkpoints', operations: 10, firstBulk: null },
];

/** Two batches of four events, however slow the machine is; nothing is drawn. */
export const undrawn: RoundSettings = {
  batchEvents: 4,
  eventsPerCheckpoint: 4,
  heldDocuments: 5_000,
  catchingUpMilliseconds: 10_000,
  liveMilliseconds: 10,
  retryMilliseconds: 5,
  drainMilliseconds: 200,
  headIntervalMilliseconds: 500,
  stallMilliseconds: 60_000,
  leaseMilliseconds: 5_000,
  tombstoneRetentionMilliseconds: 60_000,
};

const facts = [
  pactEvent('sign', 'p0', null),
  pactEvent('sign', 'p1', null),
  pactEvent('witness', 'p2', null),
  pactEvent('supersede', 'p0', 'p1'),
  pactEvent('sign', 'p0', null),
  pactEvent('witness', 'p3', null),
  pactEvent('sign', 'p2', null),
  pactEvent('supersede', 'p1', null),
];

/** One round for every k from 0 to all operations on the collection: the writes stop after k. */
export const sweepRounds = ({ collection, operations }: Swept): readonly RoundPlan[] =>
  Array.from({ length: operations + 1 }, (_, k): RoundPlan => {
    const name = `${collection}-${k}`;
    const random = randomOf(k, operations);
    const go = {
      stream: `pact-sweep-${name}`,
      events: facts.map((fact) => newEvent(random, fact)),
    };
    return {
      name,
      kind: 'single',
      settings: undrawn,
      fragile: null,
      areNamed: false,
      isUpgraded: false,
      endings: [],
      steps: [
        { kind: 'append', go },
        { kind: 'stop-writes', collection, operations: k, endsNode: false },
        { kind: 'start', slot: 0 },
        { kind: 'struck', milliseconds: 3_000 },
      ],
    };
  });
