import type { CalendarDate } from '@jejak/domain';
import { identifierForms } from '@jejak/domain/values/identifier';
import { heldOn, type QueryFilter, regionCodes, type View } from '@jejak/views';
import { Injectable } from '@nestjs/common';

import type { ListFilter } from './list';
import { isDay, todayInJakarta } from './moments';
import type { ViewReading } from './view-reading';

/** The parameters of the lists that name a region; a subject can also be a group of bodies. */
const parameters = ['region', 'province', 'adoptedFrom', 'subject'] as const;

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

  /** What `idOf` reads for these names, to be opened with the views of the request. */
  viewsToName(...names: readonly (string | undefined)[]): readonly View<object>[] {
    return names.some((name) => name !== undefined && this.isToBeRead(name)) ? [regionCodes] : [];
  }

  /** The id of the region named; what is no id and nobody has as a code that day stays as it is. */
  async idOf(
    name: string,
    reading: ViewReading,
    day: CalendarDate = todayInJakarta(),
  ): Promise<string> {
    if (!this.isToBeRead(name)) return name;
    const having = {
      filter: { 'codes.code': name },
      sort: { _id: 1 },
      limit: mostRegions,
    } as const;
    const found = await reading.found(regionCodes, having);
    if (found.some(({ id }) => id === name)) {
      this.ids.add(name);
      return name;
    }
    await reading.noteFrom(regionCodes, having);
    const holder = found.find(({ document }) => heldOn(document.codes, day)?.code === name);
    return holder?.id ?? name;
  }

  /** The region named and, for a province, those in it: all where none is named. */
  async within(
    name: string | undefined,
    reading: ViewReading,
    day: CalendarDate,
  ): Promise<QueryFilter> {
    return name === undefined ? {} : withinRegion(await this.idOf(name, reading, day));
  }

  /** As `viewsToName`, for `inFilters`. */
  viewsFor(filters: Filters, query: object): readonly View<object>[] {
    return this.viewsToName(...named(filters, query).map(([, name]) => name));
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
    const ids = await Promise.all(
      named(filters, query).map(
        async ([parameter, name]) =>
          [parameter, await this.idOf(name, reading, dayOf(query))] as const,
      ),
    );
    return { ...query, ...Object.fromEntries(ids) };
  }

  private isToBeRead(name: string): boolean {
    return !this.ids.has(name) && identifierForms.regionCode.test(name);
  }
}

/** A region by its id, and what is in it: `/` follows the dot of `36.73`, and no id holds it. */
export const withinRegion = (region: string): QueryFilter => ({
  region: { $gte: region, $lt: `${region}/` },
});

/** The filters of a list that name a region, with what they name. */
function named(filters: Filters, query: object): readonly (readonly [string, string])[] {
  const asked = query as Readonly<Record<string, unknown>>;
  return parameters.flatMap((parameter) => {
    const text = asked[parameter];
    const names = Object.hasOwn(filters, parameter) && typeof text === 'string';
    return names ? [[parameter, text] as const] : [];
  });
}

function dayOf(query: { readonly asOf?: unknown; readonly validAt?: unknown }): CalendarDate {
  return [query.asOf, query.validAt].find(isDay) ?? todayInJakarta();
}
