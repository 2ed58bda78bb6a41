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
import { positioned, type Positioned } from '../reading/replies';
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
    const position = await this.views.standing([ranking, regionDirectory], after);
    const [document, directory] = await Promise.all([
      this.views.document(ranking, rankingId(question)),
      this.views.document(regionDirectory, province),
    ]);
    return positioned(rankingAsOf(document, directory, question), position);
  }
}
