import type { Instant, Position } from '@jejak/domain';
import {
  type Backlog,
  backlogOf,
  frameworkContents,
  frameworkId,
  heatmap,
  type HeatRow,
  scorecardId,
  scorecards,
  type ScoreTree,
  scoreTree,
  subIndicatorEvidence,
} from '@jejak/views';
import { Injectable } from '@nestjs/common';

import { type Positioned, replyFrom } from '../reading/replies';
import { RegionIds } from '../reading/region-ids';
import { ViewReader } from '../reading/view-reader';
import type { ViewReading } from '../reading/view-reading';
import type { HeatmapQuery, ScorecardPath } from './scorecard.query';

/** More than a scorecard or a province has: 122 sub-indicators in 2025, 38 regions in a province. */
const partsAtMost = 10_000;

export interface HeatmapReply extends Positioned {
  readonly instrument: string;
  readonly year: number;
  readonly province: string;
  readonly rows: readonly HeatRow[];
}

/** What a scorecard comes to, made at the time of asking from what its views hold. */
@Injectable()
export class ScoreTreeService {
  constructor(
    private readonly views: ViewReader,
    private readonly regions: RegionIds,
  ) {}

  async tree(path: ScorecardPath, after: Position | null): Promise<ScoreTree & Positioned> {
    const reading = await this.reading(path.region, after);
    return replyFrom(reading, await this.treeFrom(reading, path));
  }

  async backlog(
    path: ScorecardPath,
    at: Instant,
    after: Position | null,
  ): Promise<Backlog & Positioned> {
    const reading = await this.reading(path.region, after);
    return replyFrom(reading, backlogOf(await this.treeFrom(reading, path), at));
  }

  async heatmap(query: HeatmapQuery, after: Position | null): Promise<HeatmapReply> {
    const reading = await this.reading(query.province, after);
    const asked = {
      province: await this.regions.idOf(query.province, reading),
      instrument: query.instrument.toUpperCase(),
      year: Number(query.year),
    };
    const ofProvince = { filter: asked, sort: { _id: 1 }, limit: partsAtMost } as const;
    const [documents, evidence] = await Promise.all([
      reading.documents(scorecards, ofProvince),
      reading.documents(subIndicatorEvidence, ofProvince),
    ]);
    const rows = heatmap(
      documents.map(({ document }) => document),
      evidence.map(({ document }) => document),
    );
    return replyFrom(reading, { ...asked, rows });
  }

  private reading(region: string, after: Position | null): Promise<ViewReading> {
    const views = [scorecards, subIndicatorEvidence, frameworkContents];
    return this.views.reading([...views, ...this.regions.viewsToName(region)], after);
  }

  /** Throws `resource.not-found` for a scorecard that nobody opened. */
  private async treeFrom(
    reading: ViewReading,
    { region: name, instrument: given, year: yearText }: ScorecardPath,
  ): Promise<ScoreTree> {
    const instrument = given.toUpperCase();
    const year = Number(yearText);
    const region = await this.regions.idOf(name, reading);
    const id = scorecardId({ region, instrument, year });
    const [document, evidence, contents] = await Promise.all([
      reading.existing(scorecards, id, `${instrument} ${year} scorecard of ${name}`),
      reading.documents(subIndicatorEvidence, {
        filter: { scorecard: id },
        sort: { _id: 1 },
        limit: partsAtMost,
      }),
      reading.document(frameworkContents, frameworkId({ instrument, year })),
    ]);
    return scoreTree(
      document,
      evidence.map((found) => found.document),
      contents?.published[document.state.opened.frameworkVersion - 1] ?? null,
    );
  }
}
