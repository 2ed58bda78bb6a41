/**
 * What can go wrong with one append:
 * `unavailable`: refused before sending. `lost-before-writing`: unknown outcome, never written.
 * `lost-after-writing`: unknown outcome, written. `written-late`: unknown outcome, written only some
 * turns of the event loop later, if the expected revision still holds then.
 */
export type AppendFault =
  'unavailable' | 'lost-before-writing' | 'lost-after-writing' | 'written-late';

export interface Faults {
  /** Each append takes the next fault; null lets one through unharmed. */
  failNextAppends(...faults: readonly (AppendFault | null)[]): void;
  /** The next reads fail with `StoreUnavailable`, `after` that many events each. */
  failNextReads(...after: readonly number[]): void;
  /** Nothing fails from now on. */
  heal(): void;
}
