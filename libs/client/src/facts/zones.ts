import type { ClientCommand } from '../client-command';
import { command } from './command';
import type { FactsFile } from './facts-file';
import { sourceOf } from './sources';

/**
 * What the press tells of a unit's cycle: that it was declared an integrity zone in a year, and what
 * came of it. Days, predicates aimed at, scores and the steps in between are not told and stay unknown.
 */
export function publishedZoneCycles({ zones, sources }: FactsFile): ClientCommand[] {
  return zones.map(({ region, unit, declaredYear, outcome, source }) =>
    command(`/v1/zones/${region}/${unit.toLowerCase()}/${declaredYear}/record-published`, {
      unitName: unit,
      outcome: outcome?.result ?? null,
      note: outcome?.note ?? null,
      source: sourceOf(sources, source),
    }),
  );
}
