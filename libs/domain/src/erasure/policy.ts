import type { Term } from '../calendar';

/** What the law lets a refusal rest on. */
export interface ErasureExemption {
  /** As the law letters it. */
  readonly letter: string;
  /** In the law's own words. */
  readonly text: string;
}

/**
 * When personal data is erased and when it need not be: kind `erasure-rules` (UU 27/2022 on personal
 * data protection, art. 15 paragraph 1).
 */
export interface ErasureRules {
  /**
   * From the receipt of a request to its execution, or to its refusal on a ground. In calendar days,
   * the day of receipt not counted: the record knows the day and not the hour, so that 3 x 24 hours
   * end at the latest with the third day after it.
   */
  readonly execution: Term;
  /** The grounds there are, of which a refusal names one. */
  readonly exemptions: readonly ErasureExemption[];
}
