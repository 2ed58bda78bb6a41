import { type Exchange, jejakAfterOf } from '@jejak/http';
import { directoryAsOf, type DirectoryRegion, regionDirectory } from '@jejak/views';
import { Injectable } from '@nestjs/common';

import { type ListReply, Lists } from '../reading/lists';
import { instantOf } from '../reading/moments';
import { RegionIds } from '../reading/region-ids';
import { ViewReader } from '../reading/view-reader';
import type { ViewReading } from '../reading/view-reading';
import { directoryViews, ProvinceDirectories } from './province-directory';
import { regionList } from './region.list';
import type { RegionQuery } from './region.query';

/** More than there are two-digit codes, so that one answer always holds every province. */
const allProvinces = 100;

@Injectable()
export class RegionService {
  constructor(
    private readonly views: ViewReader,
    private readonly lists: Lists,
    private readonly ids: RegionIds,
    private readonly provinces: ProvinceDirectories,
  ) {}

  /** Provinces, each followed by its regencies and cities, by code. */
  async regions(query: RegionQuery, exchange: Exchange): Promise<ListReply<DirectoryRegion>> {
    const { region, level, validAt } = query;
    const knownAt = query.knownAt === undefined ? undefined : instantOf(query.knownAt, 'end');
    const reading = await this.views.reading(directoryViews, jejakAfterOf(exchange.request));
    const id = region === undefined ? null : await this.ids.idOf(region, reading, validAt);
    const directories = await this.directories(query, knownAt, reading);
    const rows = directories
      .map((directory) => directoryAsOf(directory, { validAt, knownAt }))
      .flatMap(({ province, units }) => [...(province ? [province] : []), ...units])
      .filter((one) => level === undefined || one.level === level)
      .filter((one) => id === null || one.id === id);
    return this.lists.answerRows(regionList, rows, reading, query, exchange);
  }

  private async directories(
    { province, validAt }: RegionQuery,
    knownAt: string | undefined,
    reading: ViewReading,
  ) {
    if (province !== undefined) {
      const moment = { namedOn: validAt, standsOn: validAt, knownAt };
      return [(await this.provinces.of(province, moment, reading)).directory];
    }
    const all = { filter: {}, sort: { _id: 1 }, limit: allProvinces + 1 } as const;
    return (await reading.documents(regionDirectory, all)).map(({ document }) => document);
  }
}
