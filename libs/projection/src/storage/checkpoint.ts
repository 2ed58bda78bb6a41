import type { Position } from '@jejak/domain';

import type { Generation } from '../view/generation';

/** How far a generation got. It never passes an event that was not handled. */
export interface Checkpoint {
  /** Position of the last event handled; null before the first. */
  readonly position: Position | null;
  /** Events passed since the generation's beginning, those that do not concern it included. */
  readonly events: number;
  /** When the last event handled was recorded, ISO 8601 UTC; null before the first. */
  readonly recordedAt: string | null;
}

export const atTheBeginning: Checkpoint = { position: null, events: 0, recordedAt: null };

/** The right to write one generation, until somebody else takes it or it is not renewed in time. */
export interface Lease {
  readonly generation: Generation;
  /** Grows with every change of writer: a checkpoint is saved only under the newest. */
  readonly fence: bigint;
}

export type Acquisition =
  | {
      readonly kind: 'acquired';
      readonly lease: Lease;
      readonly checkpoint: Checkpoint;
      /** Keys that are parked, as the checkpoint says. */
      readonly parked: number;
    }
  /** Another writer renewed it in time, by the database's clock. */
  | {
      readonly kind: 'held';
      readonly writer: string;
      readonly checkpoint: Checkpoint;
      readonly parked: number;
    };

/** A checkpoint moved on from where this writer last saw it. */
export interface Advance {
  readonly lease: Lease;
  readonly from: Checkpoint;
  readonly to: Checkpoint;
  /** Keys of the generation that are parked now: whoever reads checkpoints learns it at once. */
  readonly parked: number;
}
