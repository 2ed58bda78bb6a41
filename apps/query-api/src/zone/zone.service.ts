import { type Position } from '@jejak/domain';
import { answerSets } from '@jejak/domain/zone';
import {
  type LkeScorecard,
  lkeScorecardId,
  lkeScorecards,
  zoneCycles,
  type ZoneFunnel,
  zoneFunnel,
  zoneFunnelOf,
} from '@jejak/views';
import { Injectable } from '@nestjs/common';

import { PolicyVersions } from '../policy/policy-versions';
import { type Positioned, replyFrom } from '../reading/replies';
import { RegionIds, withinRegion } from '../reading/region-ids';
import { ViewReader } from '../reading/view-reader';
import { type ZoneShown, zoneShown } from './zone-shown';
import type { FunnelQuery } from './zone.query';

/** Governments of a province: 33 provinces have fewer than 40 each, so that one read has them all. */
const governments = 200;

export interface ZoneScorecards {
  readonly zone: string;
  /** The sets of the unit, the internal and the national team; none before the designation. */
  readonly items: readonly LkeScorecard[];
}

@Injectable()
export class ZoneService {
  constructor(
    private readonly views: ViewReader,
    private readonly policies: PolicyVersions,
    private readonly regions: RegionIds,
  ) {}

  async zone(id: string, after: Position | null): Promise<ZoneShown & Positioned> {
    const reading = await this.views.reading([zoneCycles], after);
    const cycle = await reading.existing(zoneCycles, id, `cycle ${id}`);
    const unconfirmed = await this.policies.unconfirmed(['zone-window']);
    return replyFrom(reading, zoneShown(cycle, unconfirmed));
  }

  async scorecards(id: string, after: Position | null): Promise<ZoneScorecards & Positioned> {
    const reading = await this.views.reading([zoneCycles, lkeScorecards], after);
    await reading.existing(zoneCycles, id, `cycle ${id}`);
    const ids = answerSets.map((set) => lkeScorecardId(id, set));
    const found = await Promise.all(ids.map((one) => reading.document(lkeScorecards, one)));
    return replyFrom(reading, { zone: id, items: found.filter((one) => one !== null) });
  }

  /** Of one government, or of a province with every government in it. */
  async funnel(query: FunnelQuery, after: Position | null): Promise<ZoneFunnel & Positioned> {
    const year = Number(query.year);
    const views = [zoneFunnel, ...this.regions.viewsToName(query.region)];
    const reading = await this.views.reading(views, after);
    const region = await this.regions.idOf(query.region, reading);
    const found = await reading.documents(zoneFunnel, {
      filter: { year, ...withinRegion(region) },
      sort: { region: 1 },
      limit: governments,
    });
    const documents = found.map(({ document }) => document);
    return replyFrom(reading, zoneFunnelOf(region, year, documents));
  }
}
