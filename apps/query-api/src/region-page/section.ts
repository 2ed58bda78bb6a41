import type { CalendarDate } from '@jejak/domain';
import type { ReadableView } from '@jejak/projection';
import type { PolicyKind } from '@jejak/domain/policy';
import { type QueryFilter, recordedDay, type View } from '@jejak/views';

import type { Unconfirmed } from '../policy/policy-versions';
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
  | {
      readonly status: 'answered';
      readonly items: readonly object[];
      /** True where there is more than a section shows. */
      readonly truncated: boolean;
    }
  | { readonly status: 'unanswered'; readonly reason: string };

/** What one context contributes to the page of a region; listed in `sections.ts`. */
export interface RegionSection {
  /** Key of the section in the reply: the context's word for its things, such as `pacts`. */
  readonly name: string;
  /** Every view that `read` asks. */
  readonly views: readonly ReadableView[];
  /** Kinds of policy whose unconfirmed parts `read` asks for. */
  readonly policies?: readonly PolicyKind[];
  /** `region` is the region's id: what is recorded refers to that, whatever its code became. */
  read(
    reading: ViewReading,
    region: string,
    asOf: AsOf,
    unconfirmed: Unconfirmed,
  ): Promise<SectionAnswer>;
  /** Address where all of it is, page by page. */
  readonly more: (region: string) => string;
}

/** Items a section shows at most; `more` has them all. */
export const mostItems = 100;

/** The first of these items, and whether there are more. */
export const answered = (items: readonly object[]): SectionAnswer => ({
  status: 'answered',
  items: items.slice(0, mostItems),
  truncated: items.length > mostItems,
});

interface Chosen<Document> {
  readonly filter: QueryFilter;
  /** By identifier unless told. */
  readonly sort?: Readonly<Record<string, 1 | -1>>;
  /** What a document was on the day, as it is shown; null where it was not there. */
  readonly on: (document: Document) => object | null;
}

/** Answers with what the documents a filter chooses were on the day. */
export async function answeredFrom<Document extends object>(
  reading: ViewReading,
  view: View<Document>,
  { filter, sort = { _id: 1 }, on }: Chosen<Document>,
): Promise<SectionAnswer> {
  const found = await reading.documents(view, { filter, sort, limit: mostItems + 1 });
  const items = found.slice(0, mostItems).flatMap(({ document }) => on(document) ?? []);
  return { status: 'answered', items, truncated: found.length > mostItems };
}

/**
 * For views that do not keep how everything stood on a past day: it stood as it does today, unless
 * something changed since then. `changedAt` is the instant of recording of the last fact of an item
 * that may have changed it on a day nothing tells; null where every fact tells its own.
 */
export function asTheyStand<Item extends object>(
  items: readonly Item[],
  { day, isPast }: AsOf,
  changedAt: (item: Item) => string | null,
): SectionAnswer {
  const isSince = (at: string | null): boolean => at !== null && recordedDay(at) > day;
  const since = isPast ? items.filter((one) => isSince(changedAt(one))) : [];
  if (since.length === 0) return answered(items);
  return {
    status: 'unanswered',
    reason: `${since.length} of ${items.length} changed after ${day}, and what is kept here does not tell how they stood then. The audit trail has their history.`,
  };
}
