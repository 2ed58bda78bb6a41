import type { CalendarDate, Position } from '@jejak/domain';
import {
  computedRanking,
  type ComputedRankingQuestion,
  type ComputedRankingReply,
  computedScores,
  computedScoresId,
  computedScoresOfCountry,
  isOfProvince,
  type ProvinceMembers,
  provincesOfRecords,
  ranking,
  rankingAsOf,
  rankingId,
  rankingOfProvince,
  regionDirectory,
  type RankingQuestion,
  type RankingReply,
  type View,
  type ViewQuery,
} from '@jejak/views';
import { Injectable } from '@nestjs/common';

import { instantOf } from '../reading/moments';
import { replyFrom, type Positioned } from '../reading/replies';
import { StampedAnswers } from '../reading/stamped-answers';
import { ViewReader } from '../reading/view-reader';
import type { Found, ViewReading } from '../reading/view-reading';
import {
  directoryViews,
  type FoundProvince,
  ProvinceDirectories,
} from '../region/province-directory';
import type { RankingQuery } from './ranking.query';

/** The day on whose regions a ranking rests, and the instant by which they had been recorded. */
type Moment = Pick<ProvinceMembers, 'on' | 'knownAt'>;

/** Provinces in the order of their codes; there will never be a hundred: 38 in 2025. */
const everyProvince: ViewQuery = { filter: {}, sort: { _id: 1 }, limit: 100 };

@Injectable()
export class RankingService {
  private readonly ofCountries = new StampedAnswers<ComputedRankingReply>();

  constructor(
    private readonly views: ViewReader,
    private readonly provinces: ProvinceDirectories,
  ) {}

  /** The province is named by its id or by the code it has on `validAt`, else today. */
  async rankingAsOf(
    { instrument, year, province = '', validAt, knownAt, status, publication }: RankingQuery,
    after: Position | null,
  ): Promise<RankingReply & Positioned> {
    const reading = await this.views.reading([ranking, ...directoryViews], after);
    const moment: Moment = {
      on: validAt ?? `${year}-12-31`,
      knownAt: knownAt === undefined ? undefined : instantOf(knownAt, 'end'),
    };
    const members = await this.membersOf(province, validAt, moment, reading);
    const question: RankingQuestion = {
      instrument: instrument.toUpperCase(),
      year: Number(year),
      province: members.code,
      ...(validAt === undefined ? {} : { validAt }),
      ...(moment.knownAt === undefined ? {} : { knownAt: moment.knownAt }),
      ...(status === undefined ? {} : { status }),
      ...(publication === undefined ? {} : { publication }),
    };
    const documents = await documentsOf(reading, ranking, members, (one) =>
      rankingId({ ...question, province: one }),
    );
    const document = rankingOfProvince(documents, members);
    return replyFrom(reading, rankingAsOf(document, members.directory, question));
  }

  /** Of a province, or of the whole country where none is given. */
  async computedRanking(
    { instrument, year, province, level, knownAt: known }: RankingQuery,
    after: Position | null,
  ): Promise<ComputedRankingReply & Positioned> {
    const knownAt = known === undefined ? undefined : instantOf(known, 'end');
    const question = {
      ...{ instrument: instrument.toUpperCase(), year: Number(year) },
      ...(level === undefined ? {} : { level }),
      ...(knownAt === undefined ? {} : { knownAt }),
    };
    const reading = await this.views.reading([computedScores, ...directoryViews], after);
    if (province === undefined) {
      return replyFrom(reading, await this.ofCountry(reading, question));
    }
    const moment = { on: `${year}-12-31`, knownAt };
    const members = await this.membersOf(province, undefined, moment, reading);
    return replyFrom(reading, await ofProvince(reading, question, members));
  }

  private async membersOf(
    name: string,
    namedOn: CalendarDate | undefined,
    { on, knownAt }: Moment,
    reading: ViewReading,
  ): Promise<FoundProvince & Moment> {
    const found = await this.provinces.of(name, { namedOn, standsOn: on, knownAt }, reading);
    return { ...found, on, knownAt };
  }

  /** Every document is read again only when one of them has moved, come or gone since. */
  private async ofCountry(
    reading: ViewReading,
    question: ComputedRankingQuestion,
  ): Promise<ComputedRankingReply> {
    const scores = { ...everyProvince, filter: computedScoresOfCountry(question) };
    await Promise.all([
      reading.noteFrom(computedScores, scores),
      reading.noteFrom(regionDirectory, everyProvince),
    ]);
    const read = async (): Promise<string> => {
      const stamps = await Promise.all([
        reading.stamp(computedScores, scores.filter),
        reading.stamp(regionDirectory, everyProvince.filter),
      ]);
      return stamps.join(' ');
    };
    const stamps = { standing: reading.standing, read };
    return this.ofCountries.of(question, stamps, async () => {
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
  question: Omit<ComputedRankingQuestion, 'province'>,
  members: FoundProvince & Moment,
): Promise<ComputedRankingReply> {
  const documents = await documentsOf(reading, computedScores, members, (province) =>
    computedScoresId({ ...question, province }),
  );
  const isOf = isOfProvince(members);
  const own = documents.map((document) => ({
    ...document,
    scores: document.scores.filter(({ region }) => isOf(region)),
  }));
  const directories = members.directory === null ? [] : [members.directory];
  return computedRanking(own, directories, { ...question, province: members.code });
}

/** The documents that hold anything of the regions of a province. */
async function documentsOf<Document extends object>(
  reading: ViewReading,
  view: View<Document>,
  members: FoundProvince & Moment,
  idIn: (province: string) => string,
): Promise<readonly Document[]> {
  const found = await Promise.all(
    provincesOfRecords(members).map((province) => reading.document(view, idIn(province))),
  );
  return found.filter((document) => document !== null);
}

const contentOf = <Document>({ document }: Found<Document>): Document => document;
