import type { ClientCommand } from '../client-command';
import { command } from './command';
import type { FactsFile } from './facts-file';
import { sourceOf } from './sources';

/** Counts only: the service computes both ratios, which `expected` in the file is there to check. */
export function complianceStatistics({ wealthReports, sources }: FactsFile): ClientCommand[] {
  return wealthReports.map(({ year, asOf, obligors, submitted, complete, source }) =>
    command(`/v1/declaration-statistics/${year}/record`, {
      asOf,
      obligors,
      submitted,
      complete,
      source: sourceOf(sources, source),
    }),
  );
}
