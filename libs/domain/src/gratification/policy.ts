import type { Term } from '../calendar';
import type { DecimalText } from '../values';
import type { GiftCategory } from './events';

/** Gifts of a category that need not be reported, under these conditions. */
export interface GiftExemption {
  readonly category: GiftCategory;
  /** Rupiah for one gift of one giver, at most. */
  readonly limit: DecimalText;
  /** Rupiah for all such gifts of one giver in a calendar year, at most; null for no such limit. */
  readonly yearlyLimit: DecimalText | null;
  /** Money, and what is as good as money, is never exempt. */
  readonly nonCashOnly: boolean;
}

/**
 * Kind `gratification-rules`: PerKPK 2/2019, then PerKPK 1/2026. A gift is judged by the version in
 * force on the day it was received.
 */
export interface GratificationRules {
  /** From the receipt, to the Commission itself. */
  readonly reportToKpk: Term;
  /** From the receipt, to the gratification control unit (UPG) of one's own body. */
  readonly reportToUpg: Term;
  /** From the report to the unit, to pass it on to the Commission. */
  readonly forward: Term;
  /** For missing documents; afterwards the report is dropped. */
  readonly completion: { readonly term: Term; readonly from: 'receipt' | 'report' };
  /** At most one per category; a category without one is always reported. */
  readonly exemptions: readonly GiftExemption[];
}

/**
 * Kind `gratification-decision`: how long the Commission has to decide whose a gift is, from the day
 * it has the report. General knowledge, in no source read: a version of it says so.
 */
export interface GratificationDecisionTerm {
  readonly decision: Term;
}
