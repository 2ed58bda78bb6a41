/**
 * Terms of public information requests in working days (UU 14/2008, art. 22, 35-38; PerKI 1/2021).
 * Each is at least 1.
 */
export interface InformationTerms {
  /** From the receipt of the request to the answer (art. 22 paragraph 7). */
  readonly answer: number;
  /** What one extension with a reason adds (art. 22 paragraph 8). */
  readonly extension: number;
  /** From the answer, or from the last day for it, to the requester's objection (art. 36). */
  readonly objection: number;
  /** From the objection to the superior's decision (art. 36 paragraph 2). */
  readonly decision: number;
  /** From the decision, or from the last day for it, to the Information Commission (art. 37). */
  readonly dispute: number;
}
