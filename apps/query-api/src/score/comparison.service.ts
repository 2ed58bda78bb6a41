import type { Position } from '@jejak/domain';
import {
  areaScores,
  areaScoresId,
  frameworkId,
  frameworkRegister,
  provinceOf,
  ranking,
  rankingId,
  regionDirectory,
  scoreComparison,
  scoresHolding,
  scoresKnown,
  type ComparedRecords,
  type ScoreComparison,
} from '@jejak/views';
import { Injectable } from '@nestjs/common';

import { replyFrom, type Positioned } from '../reading/replies';
import { ViewReader } from '../reading/view-reader';
import type { ViewReading } from '../reading/view-reading';
import type { ComparisonQuery } from './score.query';
import { shownRegion } from './shown-region';

export interface ComparisonReply extends ScoreComparison, Positioned {
  readonly instrument: string;
  readonly year: number;
}

const views = [areaScores, frameworkRegister, ranking, regionDirectory];

@Injectable()
export class ComparisonService {
  constructor(private readonly reader: ViewReader) {}

  async comparison(query: ComparisonQuery, after: Position | null): Promise<ComparisonReply> {
    const key = { instrument: query.instrument.toUpperCase(), year: Number(query.year) };
    const regions = [...new Set(query.regions.split(','))];
    const reading = await this.reader.reading(views, after);
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
  const province = provinceOf(region);
  const [scorecard, published, directory] = await Promise.all([
    reading.document(areaScores, areaScoresId(key)),
    reading.document(ranking, rankingId({ ...key, province })),
    reading.document(regionDirectory, province),
  ]);
  const registered = directory?.regions.findLast(({ code }) => code === region);
  const score = scoresHolding(scoresKnown(published, undefined), undefined).get(region) ?? null;
  return { region: shownRegion(region, registered), score, scorecard };
}
