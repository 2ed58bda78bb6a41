import { addDays, type CalendarDate } from '@jejak/domain';

import type { PolicyDocument, RecordedPolicyVersion } from './policy-register';

/** The days on which a version applies, both included; `until` null: without end so far. */
export interface DaysInForce {
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}

/** A version with the days it applies on. */
export interface PolicyInWindow extends RecordedPolicyVersion {
  /** Null: the version after it applies from the same day and corrected it. */
  readonly inForce: DaysInForce | null;
}

/**
 * Every version that had been approved by an instant (ISO 8601 UTC; default: all), with the days it
 * applies on as they were known then.
 */
export function versionsKnown(
  { versions }: PolicyDocument,
  knownAt: string | null = null,
): readonly PolicyInWindow[] {
  const isKnown = (at: string): boolean => knownAt === null || at <= knownAt;
  const known = versions.filter(({ approvedAt }) => isKnown(approvedAt));
  return known.map((version, index) => {
    const { retirement } = version;
    const standing = {
      ...version,
      retirement: retirement !== null && isKnown(retirement.retiredAt) ? retirement : null,
    };
    return { ...standing, inForce: daysOf(standing, known[index + 1]) };
  });
}

function daysOf(
  { effectiveFrom: from, retirement }: RecordedPolicyVersion,
  next: RecordedPolicyVersion | undefined,
): DaysInForce | null {
  if (next?.effectiveFrom === from) return null;
  const ends = [
    ...(next === undefined ? [] : [addDays(next.effectiveFrom, -1)]),
    ...(retirement === null ? [] : [retirement.lastDay]),
  ];
  return { from, until: ends.toSorted()[0] ?? null };
}

/** The version that applies on a day; null where none does. Agrees with `policyInForce`. */
export const policyOn = (
  document: PolicyDocument,
  day: CalendarDate,
  knownAt: string | null = null,
): PolicyInWindow | null =>
  versionsKnown(document, knownAt).find(
    ({ inForce }) =>
      inForce !== null && inForce.from <= day && (inForce.until === null || day <= inForce.until),
  ) ?? null;
