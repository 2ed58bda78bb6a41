import type { ClientCommand } from '../client-command';
import { command } from './command';
import type { FactsFile } from './facts-file';
import { sourceOf } from './sources';

/** Every claim as it was made; the regions are those whose names its words contain. */
export function claimRecords({ disputes, regions, sources }: FactsFile): ClientCommand[] {
  return disputes.flatMap(({ instrument, year, claims }) =>
    claims.map(({ by, date, claim, source }) =>
      command(`/v1/disputes/${instrument}/${year}/record-claim`, {
        by,
        date,
        text: claim,
        about: regionsNamedIn(claim, regions).map((region) => ({ region, rank: null })),
        source: sourceOf(sources, source),
      }),
    ),
  );
}

/** Codes, by code. A longer name goes first: Kota Tangerang Selatan does not name Kota Tangerang. */
function regionsNamedIn(text: string, regions: FactsFile['regions']): readonly string[] {
  const longestFirst = regions.toSorted((a, b) => b.name.length - a.name.length);
  let rest = text;
  const named = longestFirst.filter(({ name }) => {
    const isNamed = rest.includes(name);
    rest = rest.replaceAll(name, '');
    return isNamed;
  });
  return named.map(({ code }) => code).sort();
}
