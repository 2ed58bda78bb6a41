import type { Position } from '@jejak/domain';

/** One document that is not the same in both generations. */
export interface DocumentDifference {
  readonly id: string;
  readonly kind: 'changed' | 'only-live' | 'only-next';
  /** Top-level fields that differ, by name; empty unless `changed`. */
  readonly fields: readonly string[];
}

/** What a switch would change for those who read the view. */
export interface Difference {
  /** Where both generations stood. */
  readonly position: Position | null;
  readonly same: number;
  readonly changed: number;
  readonly onlyLive: number;
  readonly onlyNext: number;
  /** The first few, by identifier. */
  readonly examples: readonly DocumentDifference[];
}
