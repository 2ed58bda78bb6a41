import type { CalendarDate } from '@jejak/domain';

import { type DisputeDocument, placesOf } from './disputes';

/** What had been claimed by the end of a day; null before the first claim. */
export function disputeOn(document: DisputeDocument, day: CalendarDate): DisputeDocument | null {
  const claims = document.claims.filter(({ date }) => date <= day);
  if (claims.length === 0) return null;
  return { ...document, claims, ...placesOf(claims) };
}
