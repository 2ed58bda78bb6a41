import type { Position } from '@jejak/domain';
import {
  computedRanking,
  type ComputedRankingQuestion,
  type ComputedRankingReply,
  computedScores,
  computedScoresId,
  computedScoresOfCountry,
  ranking,
  rankingAsOf,
  rankingId,
  regionDirectory,
  type RankingQuestion,
  type RankingReply,
  type ViewQuery,
} from '@jejak/views';
import { Injectable } from '@nestjs/common';

import { instantOf } from '../reading/moments';
import { replyFrom, type Positioned } from '../reading/replies';
import { StampedAnswers } from '../reading/stamped-answers';
import { ViewReader } from '../reading/view-reader';
import type { Found, ViewReading } from '../reading/view-reading';
import type { RankingQuery } from './ranking.query';

/** Provinces in the order of their codes; there will never be a hundred: 38 in 2025. */
const everyProvince: ViewQuery = { filter: {}, sort: { _id: 1 }, limit: 100 };

@Injectable()
export class RankingService {
  private readonly ofCountries = new StampedAnswers<ComputedRankingReply>();

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
    const ranked =
      province === undefined
        ? await this.ofCountry(reading, question)
        : await ofProvince(reading, { ...question, province });
    return replyFrom(reading, ranked);
  }

  /** Every document is read again only when one of them has moved, come or gone. */
  private async ofCountry(
    reading: ViewReading,
    question: ComputedRankingQuestion,
  ): Promise<ComputedRankingReply> {
    const scores = { ...everyProvince, filter: computedScoresOfCountry(question) };
    await reading.noteFrom(computedScores, scores);
    await reading.noteFrom(regionDirectory, everyProvince);
    const stamps = await Promise.all([
      reading.stamp(computedScores, scores.filter),
      reading.stamp(regionDirectory, everyProvince.filter),
    ]);
    return this.ofCountries.of(question, stamps.join(' '), async () => {
      const [documents, directories] = await Promise.all([
        reading.found(computedScores, scores),
        reading.found(regionDirectory, everyProvince),
      ]);
      return computedRanking(documents.map(contentOf), directories.map(contentOf), question);
    });
  }
}

async function ofProvince(
  reading: ViewReading,
  question: ComputedRankingQuestion & { readonly province: string },
): Promise<ComputedRankingReply> {
  const [scores, directory] = await Promise.all([
    reading.document(computedScores, computedScoresId(question)),
    reading.document(regionDirectory, question.province),
  ]);
  return computedRanking(scores ? [scores] : [], directory ? [directory] : [], question);
}

const contentOf = <Document>({ document }: Found<Document>): Document => document;
