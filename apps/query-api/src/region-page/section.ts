import type { CalendarDate } from '@jejak/domain';
import type { ReadableView } from '@jejak/projection';

import type { ViewReading } from '../reading/view-reading';

/** The day a region is shown as of; `isPast` on every day before today in Jakarta. */
export interface AsOf {
  readonly day: CalendarDate;
  readonly isPast: boolean;
}

/**
 * What a context knows of a region on that day, by the dates its facts speak of, as far as it is known
 * today. `unanswered` where its view cannot tell: never what holds today in place of it.
 */
export type SectionAnswer =
  | { readonly status: 'answered'; readonly items: readonly object[] }
  | { readonly status: 'unanswered'; readonly reason: string };

/** What one context contributes to the page of a region; listed in `sections.ts`. */
export interface RegionSection {
  /** Key of the section in the reply: the context's word for its things, such as `pacts`. */
  readonly name: string;
  /** Every view that `read` asks. */
  readonly views: readonly ReadableView[];
  read(reading: ViewReading, region: string, asOf: AsOf): Promise<SectionAnswer>;
  /** Address where all of it is, page by page. */
  readonly more: (region: string) => string;
}

/** Documents a section shows at most; `more` has them all. */
export const mostItems = 100;

/**
 * For views that keep only how things stand: that is how they stood on a past day too, unless one of
 * them changed after it. `changedAt` is the instant of recording of a document's last fact.
 */
export function asTheyStand<Document extends object>(
  documents: readonly Document[],
  { day, isPast }: AsOf,
  changedAt: (document: Document) => string,
): SectionAnswer {
  const since = isPast ? documents.filter((one) => changedAt(one) > `${day}T23:59:59.999Z`) : [];
  if (since.length === 0) return { status: 'answered', items: documents };
  return {
    status: 'unanswered',
    reason: `${since.length} of ${documents.length} changed after ${day}, and only how they stand today is kept here. The audit trail has their history.`,
  };
}
