import type { Position } from '@jejak/domain';
import {
  besideTheRecord,
  disputeId,
  disputes,
  provinceOf,
  ranking,
  rankingAsOf,
  rankingId,
  regionDirectory,
  type DisputeReply,
  type RankingReply,
} from '@jejak/views';
import { Injectable } from '@nestjs/common';

import { replyFrom, type Positioned } from '../reading/replies';
import { ViewReader } from '../reading/view-reader';
import type { ViewReading } from '../reading/view-reading';
import type { DisputePath } from './dispute.query';

@Injectable()
export class DisputeService {
  constructor(private readonly views: ViewReader) {}

  async dispute(path: DisputePath, after: Position | null): Promise<DisputeReply & Positioned> {
    const key = { instrument: path.instrument.toUpperCase(), year: Number(path.year) };
    const reading = await this.views.reading([disputes, ranking, regionDirectory], after);
    const what = `dispute about ${key.instrument} ${key.year}`;
    const dispute = await reading.existing(disputes, disputeId(key), what);
    const provinces = [...new Set(dispute.regions.map(provinceOf))];
    const rankings = await Promise.all(
      provinces.map((province) => latestRanking(reading, { ...key, province })),
    );
    return replyFrom(reading, besideTheRecord(dispute, rankings));
  }
}

async function latestRanking(
  reading: ViewReading,
  question: { readonly instrument: string; readonly year: number; readonly province: string },
): Promise<RankingReply> {
  const [document, directory] = await Promise.all([
    reading.document(ranking, rankingId(question)),
    reading.document(regionDirectory, question.province),
  ]);
  return rankingAsOf(document, directory, question);
}
