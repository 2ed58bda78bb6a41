import type { Position } from '@jejak/domain';
import {
  computedRanking,
  type ComputedRankingReply,
  computedScores,
  computedScoresId,
  ranking,
  rankingAsOf,
  rankingId,
  regionDirectory,
  type QueryFilter,
  type RankingQuestion,
  type RankingReply,
} from '@jejak/views';
import { Injectable } from '@nestjs/common';

import { instantOf } from '../reading/moments';
import { replyFrom, type Positioned } from '../reading/replies';
import { StampedAnswers } from '../reading/stamped-answers';
import { ViewReader } from '../reading/view-reader';
import type { RankingQuery } from './ranking.query';

/** More than there will ever be: 38 in 2025. */
const provincesAtMost = 100;

@Injectable()
export class RankingService {
  /** While nothing at all was recorded, and while nothing was that the ranking follows from. */
  private readonly byViews = new StampedAnswers<ComputedRankingReply>();
  private readonly byDocuments = new StampedAnswers<ComputedRankingReply>();

  constructor(private readonly views: ViewReader) {}

  async rankingAsOf(
    { instrument, year, province = '', validAt, knownAt, status, publication }: RankingQuery,
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

  /** Of a province, or of the whole country where none is given. */
  async computedRanking(
    { instrument, year, province, level, knownAt }: RankingQuery,
    after: Position | null,
  ): Promise<ComputedRankingReply & Positioned> {
    const key = { instrument: instrument.toUpperCase(), year: Number(year) };
    const question = {
      ...key,
      ...(province === undefined ? {} : { province }),
      ...(level === undefined ? {} : { level }),
      ...(knownAt === undefined ? {} : { knownAt: instantOf(knownAt, 'end') }),
    };
    const reading = await this.views.reading([computedScores, regionDirectory], after);
    const scores: QueryFilter = { _id: computedScoresId(key) };
    const provinces: QueryFilter = province === undefined ? {} : { _id: province };
    await reading.noteFrom(computedScores, { filter: scores, sort: { _id: 1 }, limit: 1 });
    await reading.noteFrom(regionDirectory, { filter: provinces, sort: { _id: 1 }, limit: 1 });
    const rank = async (): Promise<ComputedRankingReply> => {
      const [[found], directories] = await Promise.all([
        reading.found(computedScores, { filter: scores, sort: { _id: 1 }, limit: 1 }),
        reading.found(regionDirectory, {
          filter: provinces,
          sort: { _id: 1 },
          limit: provincesAtMost,
        }),
      ]);
      const known = directories.map(({ document }) => document);
      return computedRanking(found?.document ?? null, known, question);
    };
    const rankIfMoved = async (): Promise<ComputedRankingReply> => {
      const stamps = await Promise.all([
        reading.stamp(computedScores, scores),
        reading.stamp(regionDirectory, provinces),
      ]);
      return this.byDocuments.of(question, stamps.join(' '), rank);
    };
    return replyFrom(reading, await this.byViews.of(question, reading.place, rankIfMoved));
  }
}
