import type { LkeScorecard, PredicateDocument, ZoneDocument } from '@jejak/views';

import type { Path, Walk } from '../support/walk';
import { region } from './zone-sample';

/** Who takes part in an evaluation, and where its cycles and predicates are written and read. */
export function zoneSide(walkNow: () => Walk) {
  return {
    cycle: (unit: string, year: number): Path =>
      walkNow().path(`/v1/zones/${region}/${unit}/${year}`, `zone-${region}-${unit}-${year}`),
    page: (unit: string, year: number) =>
      walkNow().read<ZoneDocument>(`/v1/zones/${region}-${unit}-${year}`),
    scorecards: async (unit: string, year: number): Promise<readonly LkeScorecard[]> =>
      (
        await walkNow().read<{ items: LkeScorecard[] }>(
          `/v1/zones/${region}-${unit}-${year}/scorecards`,
        )
      ).items,
    predicate: (): Path =>
      walkNow().path(`/v1/predicates/${region}/dpmptsp`, `predicate-${region}-dpmptsp`),
    held: (on: string) =>
      walkNow().items<PredicateDocument>(`/v1/predicates?region=${region}&validAt=${on}`),
    unit: () => walkNow().as('operator', 'head-of-unit', [region]),
    inspector: () => walkNow().as('verifier', 'inspector', ['36']),
    panel: () => walkNow().as('evaluator', 'tpn'),
    minister: () => walkNow().as('evaluator', 'minister'),
  };
}
