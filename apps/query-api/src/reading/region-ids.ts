import type { CalendarDate } from '@jejak/domain';
import { heldOn, regionCodes, type View } from '@jejak/views';
import { Injectable } from '@nestjs/common';

import type { ListFilter } from './list';
import { isDay, todayInJakarta } from './moments';
import type { ViewReading } from './view-reading';

/** The parameters of the lists that name a region. */
const parameters = ['region', 'province', 'adoptedFrom'] as const;

/** No code has had as many regions as this. */
const mostRegions = 20;

type Filters = Readonly<Record<string, ListFilter>>;

/**
 * Records refer to a region by its id, the code it was first registered under; people ask by the
 * code it has. A text that is the id of a region always means that region, also where its code has
 * passed to another since; any other code means the region that has it on the day asked about.
 */
@Injectable()
export class RegionIds {
  /** Those met so far, read once: an id stays one for ever. */
  private readonly ids = new Set<string>();

  /** What `inFilters` reads, to be opened with the views of the request; nothing for known ids. */
  viewsFor(filters: Filters, query: object): readonly View<object>[] {
    return this.named(filters, query).length === 0 ? [] : [regionCodes];
  }

  /**
   * The query with ids in place of codes, by the day of its `asOf` or `validAt`, else today in
   * Jakarta. What nobody has as a code stays: the list has nothing under it.
   */
  async inFilters<Query extends object>(
    filters: Filters,
    query: Query,
    reading: ViewReading,
  ): Promise<Query> {
    const named = this.named(filters, query);
    const ids = await Promise.all(
      named.map(
        async ([parameter, code]) =>
          [parameter, await this.idOf(code, dayOf(query), reading)] as const,
      ),
    );
    return { ...query, ...Object.fromEntries(ids) };
  }

  private async idOf(code: string, day: CalendarDate, reading: ViewReading): Promise<string> {
    const having = {
      filter: { 'codes.code': code },
      sort: { _id: 1 },
      limit: mostRegions,
    } as const;
    const found = await reading.found(regionCodes, having);
    if (found.some(({ id }) => id === code)) {
      this.ids.add(code);
      return code;
    }
    await reading.noteFrom(regionCodes, having);
    const holder = found.find(({ document }) => heldOn(document.codes, day)?.code === code);
    return holder?.id ?? code;
  }

  /** The filters of the list that name what is not known to be an id. */
  private named(filters: Filters, query: object): readonly (readonly [string, string])[] {
    const asked = query as Readonly<Record<string, unknown>>;
    return parameters.flatMap((parameter) => {
      const text = asked[parameter];
      const isCode = Object.hasOwn(filters, parameter) && typeof text === 'string';
      return isCode && !this.ids.has(text) ? [[parameter, text] as const] : [];
    });
  }
}

function dayOf(query: { readonly asOf?: unknown; readonly validAt?: unknown }): CalendarDate {
  return [query.asOf, query.validAt].find(isDay) ?? todayInJakarta();
}
