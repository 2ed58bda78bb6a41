import type { Position } from '@jejak/domain';
import { directoryAsOf, regionDirectory, type DirectoryRegion } from '@jejak/views';
import { Injectable } from '@nestjs/common';

import { instantOf } from '../reading/moments';
import { replyFrom, type Positioned } from '../reading/replies';
import { ViewReader } from '../reading/view-reader';
import type { RegionQuery } from './region.query';

export interface RegionsReply extends Positioned {
  /** Provinces, each followed by its regencies and cities, by code. */
  readonly regions: readonly DirectoryRegion[];
}

/** More than there are two-digit codes, so that one answer always holds every province. */
const allProvinces = 100;

@Injectable()
export class RegionService {
  constructor(private readonly views: ViewReader) {}

  async regions(
    { province, validAt, knownAt }: RegionQuery,
    after: Position | null,
  ): Promise<RegionsReply> {
    const reading = await this.views.reading([regionDirectory], after);
    const found = await reading.documents(regionDirectory, {
      filter: province === undefined ? {} : { _id: province },
      sort: { _id: 1 },
      limit: allProvinces + 1,
    });
    const regions = found.flatMap(({ document }) => {
      const directory = directoryAsOf(document, {
        ...(validAt === undefined ? {} : { validAt }),
        ...(knownAt === undefined ? {} : { knownAt: instantOf(knownAt, 'end') }),
      });
      return [...(directory.province ? [directory.province] : []), ...directory.units];
    });
    return replyFrom(reading, { regions });
  }
}
