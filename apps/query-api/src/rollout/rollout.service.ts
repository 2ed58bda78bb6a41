import type { CalendarDate, Position } from '@jejak/domain';
import { type MappedModule, type RolloutDocument, rolloutMap, rolloutRegister } from '@jejak/views';
import { Injectable } from '@nestjs/common';

import { todayInJakarta } from '../reading/moments';
import { replyFrom, type Positioned } from '../reading/replies';
import { RegionIds } from '../reading/region-ids';
import { ViewReader } from '../reading/view-reader';
import type { RolloutMapQuery, RolloutPath } from './rollout.query';

export interface RolloutMapReply extends Positioned {
  readonly asOf: CalendarDate;
  readonly modules: readonly MappedModule[];
  /** True where there are more systems than one map shows: ask province by province. */
  readonly truncated: boolean;
}

/** Nine systems for each of 546 governments. */
const mostSystems = 5_000;

@Injectable()
export class RolloutService {
  constructor(
    private readonly views: ViewReader,
    private readonly regions: RegionIds,
  ) {}

  async map(
    { asOf = todayInJakarta(), province }: RolloutMapQuery,
    after: Position | null,
  ): Promise<RolloutMapReply> {
    const views = [rolloutRegister, ...this.regions.viewsToName(province)];
    const reading = await this.views.reading(views, after);
    const found = await reading.documents(rolloutRegister, {
      filter:
        province === undefined
          ? {}
          : { province: await this.regions.idOf(province, reading, asOf) },
      sort: { _id: 1 },
      limit: mostSystems + 1,
    });
    const systems = found.slice(0, mostSystems).map(({ document }) => document);
    const modules = rolloutMap(systems, asOf);
    return replyFrom(reading, { asOf, modules, truncated: found.length > mostSystems });
  }

  async rollout(
    { region, system }: RolloutPath,
    after: Position | null,
  ): Promise<RolloutDocument & Positioned> {
    const views = [rolloutRegister, ...this.regions.viewsToName(region)];
    const reading = await this.views.reading(views, after);
    const id = `${await this.regions.idOf(region, reading)}/${system}`;
    return replyFrom(
      reading,
      await reading.existing(rolloutRegister, id, `system ${system} of ${region}`),
    );
  }
}
