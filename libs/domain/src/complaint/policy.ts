import type { Term } from '../calendar';
import type { ComplaintClass } from './events';

/** Terms of complaints (SP4N-LAPOR!): kind `complaint-terms`. */
export interface ComplaintTerms {
  /** From the filing, to verify it and forward it to the office that must answer. */
  readonly forward: Term;
  /** From the filing, to answer; one for each class. */
  readonly answer: Readonly<Record<ComplaintClass, Term>>;
  /** From the answer; without a reply of the reporter in it the complaint may be closed. */
  readonly close: Term;
}
