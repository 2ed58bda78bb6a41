import type { RankingWords } from './ranking-view';

/** Every fixed text of the page. */
export interface PageWords {
  readonly ranking: RankingWords;
  readonly site: string;
  readonly about: string;
  readonly skip: string;
  readonly otherLanguage: string;
  readonly choose: string;
  readonly instrument: string;
  readonly year: string;
  readonly open: string;
  readonly validTime: string;
  readonly validTimeHelp: string;
  readonly noDates: string;
  readonly knownTime: string;
  readonly knownTimeHelp: string;
  readonly restrict: string;
  readonly status: string;
  readonly anyStatus: string;
  readonly publication: string;
  readonly anyPublication: string;
  readonly units: string;
  readonly show: string;
  readonly loading: string;
  readonly shown: string;
  readonly failed: string;
  readonly chart: string;
  readonly chartText: string;
  readonly chartScale: string;
  readonly table: string;
  readonly columns: Readonly<
    Record<'rank' | 'region' | 'score' | 'day' | 'source' | 'trail', string>
  >;
  readonly trail: string;
  readonly notRanked: string;
  readonly notRankedHelp: string;
  readonly howTitle: string;
  readonly how: string;
  readonly sameAsJson: string;
  readonly apiDocs: string;
  readonly apiDescription: string;
  readonly licence: string;
  readonly problemTitle: string;
  readonly problemReturn: string;
  readonly problems: Readonly<Record<ProblemCode, string>>;
}

export type ProblemCode =
  'instrument' | 'year' | 'validAt' | 'knownAt' | 'status' | 'publication' | 'lang';
