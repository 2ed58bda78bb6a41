/** One unit of one region in the year of one cycle of evaluation. */
export interface CycleKey {
  readonly region: string;
  /** Identifier of the unit within its region: `disdukcapil`. */
  readonly unit: string;
  readonly year: number;
}

/** A unit that can hold a predicate. */
export type UnitKey = Pick<CycleKey, 'region' | 'unit'>;
