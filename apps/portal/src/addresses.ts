import type { PageQuery } from './page-query';
import type { RankingQuery } from './ranking-reader';

type Entries = readonly (readonly [string, string | number | undefined])[];

/** Address of the public API's reply to the same question. */
export const apiAddress = (query: RankingQuery): string =>
  withParameters('/v1/rankings', [
    ['instrument', query.instrument],
    ['year', query.year],
    ['province', query.province],
    ...restOf(query),
  ]);

/** Address of this page for a question; what is at its default is still said, to be a lasting link. */
export const pageAddress = ({ language, ranking }: PageQuery): string =>
  withParameters('/', [
    ['instrument', ranking.instrument],
    ['year', ranking.year],
    ...restOf(ranking),
    ['lang', language],
  ]);

const restOf = ({ validAt, knownAt, status, publication }: RankingQuery): Entries => [
  ['validAt', validAt],
  ['knownAt', knownAt],
  ['status', status],
  ['publication', publication],
];

function withParameters(path: string, entries: Entries): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of entries) {
    if (value !== undefined) parameters.append(name, String(value));
  }
  return `${path}?${parameters.toString()}`;
}
