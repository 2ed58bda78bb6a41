import type { Random } from '../random';

/** How the runtimes of a round are set; crosses to other processes. */
export interface RoundSettings {
  readonly batchEvents: number;
  readonly eventsPerCheckpoint: number;
  readonly heldDocuments: number;
  readonly catchingUpMilliseconds: number;
  readonly liveMilliseconds: number;
  readonly retryMilliseconds: number;
  readonly drainMilliseconds: number;
  readonly headIntervalMilliseconds: number;
  readonly stallMilliseconds: number;
  readonly leaseMilliseconds: number;
  readonly tombstoneRetentionMilliseconds: number;
}

/**
 * `hasLateWrites`: what a writer sent may arrive after another has taken over, so that tombstones
 * must outlast the round.
 */
export function drawSettings(random: Random, hasLateWrites: boolean): RoundSettings {
  const batchEvents = random.pick([1, 2, 3, 4, 5, 6, 8, 12, 1_000, 1_000]);
  return {
    batchEvents,
    eventsPerCheckpoint: batchEvents * random.pick([1, 1, 3]),
    heldDocuments: random.pick([0, 2, 5_000]),
    catchingUpMilliseconds: random.pick([1, 10, 50]),
    liveMilliseconds: random.pick([1, 3, 10]),
    retryMilliseconds: random.between(1, 10),
    drainMilliseconds: random.pick([0, 20, 200]),
    headIntervalMilliseconds: random.pick([20, 500]),
    stallMilliseconds: random.chance(0.2) ? 100 : 60_000,
    leaseMilliseconds: random.between(80, 250),
    tombstoneRetentionMilliseconds: hasLateWrites ? 60_000 : random.pick([0, 30, 60_000]),
  };
}
