import type { Assignment } from './state';

/** A whole indicator, or one of its sub-indicators. */
export type LeadPlace = Omit<Assignment, 'unit'>;

export const isAt = (known: LeadPlace, { area, indicator, subIndicator }: LeadPlace): boolean =>
  known.area === area && known.indicator === indicator && known.subIndicator === subIndicator;

/** Unit that was named for this very place; null where none was. */
export const ownLead = (assignments: readonly Assignment[], place: LeadPlace): string | null =>
  assignments.find((known) => isAt(known, place))?.unit ?? null;

/** Unit that answers for it: a sub-indicator without a lead of its own has that of its indicator. */
export const leadOf = (assignments: readonly Assignment[], place: LeadPlace): string | null =>
  ownLead(assignments, place) ?? ownLead(assignments, { ...place, subIndicator: null });
