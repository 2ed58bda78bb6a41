import type { DecimalText } from '../values';
import { dividedBy, fractionOf, roundHalfUp, times } from '../values/fraction';

/** How many owe a report, how many handed it in, and how many of those the Commission found complete. */
export interface ComplianceCounts {
  readonly obligors: number;
  readonly submitted: number;
  /** Null where it was not published. */
  readonly complete: number | null;
}

export interface ComplianceRatios {
  /** Submission (pelaporan), per cent of the obligors; null when there are none. */
  readonly submittedPercent: DecimalText | null;
  /** Compliance (kepatuhan), per cent of the obligors; null also where completeness is unknown. */
  readonly completePercent: DecimalText | null;
}

/** As the Commission publishes them. */
const decimalPlaces = 2;

/**
 * Both ratios are over the obligors. The Commission defines compliance as "status lengkap dibagi
 * seluruh wajib lapor" (databoks, 2024-09-09); two papers read the same figures of April 2024 as a
 * share of the reports handed in, which would be 53.17 % instead of 51.14 % and lets a body look
 * better the fewer of its people report. That share is therefore computed nowhere in Jejak.
 */
export function complianceRatios(counts: ComplianceCounts): ComplianceRatios {
  const { obligors, submitted, complete } = counts;
  return {
    submittedPercent: percentOf(submitted, obligors),
    completePercent: complete === null ? null : percentOf(complete, obligors),
  };
}

function percentOf(part: number, obligors: number): DecimalText | null {
  if (obligors === 0) return null;
  const share = dividedBy(fractionOf(String(part)), fractionOf(String(obligors)));
  return roundHalfUp(times(share, fractionOf('100')), decimalPlaces);
}
