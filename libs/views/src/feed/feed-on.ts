import type { CalendarDate } from '@jejak/domain';

import { recordedDay } from '../recorded-day';
import type { FeedDocument } from './feed-register';

/** A source at the end of a day with the types it could report then; null before it was registered. */
export function feedOn(document: FeedDocument, day: CalendarDate): FeedDocument | null {
  const isPast = (at: string): boolean => recordedDay(at) <= day;
  if (!isPast(document.registeredAt)) return null;
  const { retirement } = document;
  const isRetired = retirement !== null && isPast(retirement.recordedAt);
  return {
    ...document,
    state: isRetired ? 'retired' : 'registered',
    types: document.types.filter(({ definedAt }) => isPast(definedAt)),
    retirement: isRetired ? retirement : null,
  };
}
