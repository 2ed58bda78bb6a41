import type { Position } from '@jejak/domain';
import {
  ranking,
  rankingAsOf,
  rankingId,
  regionDirectory,
  type RankingQuestion,
  type RankingReply,
} from '@jejak/views';
import { Injectable } from '@nestjs/common';

import { instantOf } from '../reading/moments';
import { replyFrom, type Positioned } from '../reading/replies';
import { ViewReader } from '../reading/view-reader';
import type { RankingQuery } from './ranking.query';

@Injectable()
export class RankingService {
  constructor(private readonly views: ViewReader) {}

  async rankingAsOf(
    { instrument, year, province, validAt, knownAt, status, publication }: RankingQuery,
    after: Position | null,
  ): Promise<RankingReply & Positioned> {
    const question: RankingQuestion = {
      instrument: instrument.toUpperCase(),
      year: Number(year),
      province,
      ...(validAt === undefined ? {} : { validAt }),
      ...(knownAt === undefined ? {} : { knownAt: instantOf(knownAt, 'end') }),
      ...(status === undefined ? {} : { status }),
      ...(publication === undefined ? {} : { publication }),
    };
    const reading = await this.views.reading([ranking, regionDirectory], after);
    const [document, directory] = await Promise.all([
      reading.document(ranking, rankingId(question)),
      reading.document(regionDirectory, province),
    ]);
    return replyFrom(reading, rankingAsOf(document, directory, question));
  }
}
