import type { CalendarDate } from '@jejak/domain';

import { judged, type IndexDocument } from './index-register';

/**
 * What had been published by the end of a day; null before the first. A publication of which only the
 * year is known counts as of 31 December of that year, as scores do. A correction says what the value
 * always was, so it holds for earlier days too.
 */
export function indexOn(document: IndexDocument, day: CalendarDate): IndexDocument | null {
  const { year, publications, changedAt } = document;
  const known = publications.filter(({ publishedOn }) => (publishedOn ?? `${year}-12-31`) <= day);
  return known.length === 0 ? null : judged(document, known, changedAt);
}
