import type { Position } from '@jejak/domain';
import {
  areaScores,
  areaScoresId,
  frameworkId,
  frameworkRegister,
  provinceOf,
  ranking,
  rankingId,
  regionCodes,
  scoreComparison,
  scoresHolding,
  scoresKnown,
  type ComparedRecords,
  type ScoreComparison,
} from '@jejak/views';
import { Injectable } from '@nestjs/common';

import { replyFrom, type Positioned } from '../reading/replies';
import { RegionIds } from '../reading/region-ids';
import { ViewReader } from '../reading/view-reader';
import type { ViewReading } from '../reading/view-reading';
import type { ComparisonQuery } from './score.query';
import { shownRegion } from './shown-region';

export interface ComparisonReply extends ScoreComparison, Positioned {
  readonly instrument: string;
  readonly year: number;
}

const views = [areaScores, frameworkRegister, ranking, regionCodes];

@Injectable()
export class ComparisonService {
  constructor(
    private readonly reader: ViewReader,
    private readonly ids: RegionIds,
  ) {}

  async comparison(query: ComparisonQuery, after: Position | null): Promise<ComparisonReply> {
    const key = { instrument: query.instrument.toUpperCase(), year: Number(query.year) };
    const reading = await this.reader.reading(views, after);
    const named = query.regions.split(',').map((region) => this.ids.idOf(region, reading));
    const regions = [...new Set(await Promise.all(named))];
    const framework = await reading.document(frameworkRegister, frameworkId(key));
    const compared = await Promise.all(
      regions.map((region) => recordsOf(reading, { ...key, region })),
    );
    const comparison = scoreComparison(framework?.published ?? [], compared);
    return replyFrom(reading, { ...key, ...comparison });
  }
}

async function recordsOf(
  reading: ViewReading,
  key: { readonly instrument: string; readonly year: number; readonly region: string },
): Promise<ComparedRecords> {
  const { region } = key;
  const [scorecard, published, registered] = await Promise.all([
    reading.document(areaScores, areaScoresId(key)),
    reading.document(ranking, rankingId({ ...key, province: provinceOf(region) })),
    reading.document(regionCodes, region),
  ]);
  const score = scoresHolding(scoresKnown(published, undefined), undefined).get(region) ?? null;
  return { region: shownRegion(region, registered), score, scorecard };
}
