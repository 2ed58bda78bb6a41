import type { Instant } from '@jejak/domain';

import type { ScoreTree, TreeDocument, TreeIndicator, TreeSubIndicator } from './score-tree';

/** How many documents stand where. */
export interface BacklogCounts {
  readonly documents: number;
  readonly notUploaded: number;
  readonly waiting: number;
  readonly returned: number;
  readonly verified: number;
  /** Documents of which something came too late, whatever else they have. */
  readonly late: number;
}

export interface Backlog extends BacklogCounts {
  readonly region: string;
  readonly instrument: string;
  readonly year: number;
  readonly closesAt: Instant | null;
  /** Whole days left for uploads, rounded down; negative after the closing; null while not announced. */
  readonly daysToClose: number | null;
  readonly areas: readonly (BacklogCounts & { readonly area: string })[];
  /** By lead unit, a sub-indicator's own before that of its indicator; null for what nobody leads. */
  readonly units: readonly (BacklogCounts & { readonly unit: string | null })[];
}

type Led = Pick<TreeSubIndicator, 'unit' | 'documents'>;

function countsOf(documents: readonly TreeDocument[]): BacklogCounts {
  const inState = (state: TreeDocument['state']): number =>
    documents.filter((one) => one.state === state).length;
  return {
    documents: documents.length,
    notUploaded: inState('not-uploaded'),
    waiting: inState('waiting'),
    returned: inState('returned'),
    verified: inState('verified'),
    late: documents.filter(({ late }) => late.length > 0).length,
  };
}

const day = 24 * 3_600_000;

/** What is left to do on a scorecard at an instant. */
export function backlogOf(tree: ScoreTree, at: Instant): Backlog {
  const { region, instrument, year, closesAt, areas } = tree;
  const indicators = areas.flatMap((area) => area.indicators);
  const documentsOf = (of: readonly TreeIndicator[]): readonly TreeDocument[] =>
    of.flatMap(({ subIndicators }) => subIndicators.flatMap(({ documents }) => documents));
  // An indicator without sub-indicators asks for no document, and has its unit listed all the same.
  const led = indicators.flatMap(({ unit, subIndicators }): readonly Led[] =>
    subIndicators.length === 0 ? [{ unit, documents: [] }] : subIndicators,
  );
  const units = [...new Set(led.map(({ unit }) => unit))];
  return {
    region,
    instrument,
    year,
    closesAt,
    daysToClose:
      closesAt === null ? null : Math.floor((Date.parse(closesAt) - Date.parse(at)) / day),
    ...countsOf(documentsOf(indicators)),
    areas: areas.map((area) => ({ area: area.id, ...countsOf(documentsOf(area.indicators)) })),
    units: units.map((unit) => ({
      unit,
      ...countsOf(led.filter((one) => one.unit === unit).flatMap(({ documents }) => documents)),
    })),
  };
}
