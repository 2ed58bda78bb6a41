import type { CalendarDate } from '@jejak/domain';
import { complianceRatios, type ComplianceRatios } from '@jejak/domain/declaration';
import type { DeclarationField } from '@jejak/domain/declaration/events';

import { type FilingCounts, type FilingsOfDay, filingsUntil } from './filing-counts';
import { type ObligorCounts, obligorsIn } from './obligor-counts';

/** Counts and both ratios, each over the obligors: see `complianceRatios`. */
export interface Compliance extends ComplianceRatios, FilingsOfDay {
  readonly obligors: number;
  /** Obligors who had handed in nothing. */
  readonly outstanding: number;
}

export interface ComplianceBoard {
  readonly year: number;
  readonly asOf: CalendarDate;
  readonly total: Compliance;
  readonly byField: readonly ({ readonly field: DeclarationField } & Compliance)[];
  readonly byRegion: readonly ({ readonly region: string } & Compliance)[];
}

interface Cell extends FilingsOfDay {
  readonly region: string;
  readonly field: DeclarationField;
  readonly obligors: number;
}

/**
 * Compliance with the periodic reports of a year, by what had been handed in and verified on a day.
 * Pass the counts of the regions asked about, and their filings of that year.
 */
export function complianceBoard(
  obligors: readonly ObligorCounts[],
  filings: readonly FilingCounts[],
  { year, asOf }: { readonly year: number; readonly asOf: CalendarDate },
): ComplianceBoard {
  const cells = obligors.flatMap(({ region, fields }) =>
    (Object.keys(fields) as DeclarationField[]).map((field): Cell => {
      const filed = filings.find((one) => one.region === region && one.year === year);
      const counts = filingsUntil(filed?.fields[field], asOf);
      return { region, field, obligors: obligorsIn(fields[field], year), ...counts };
    }),
  );
  return {
    year,
    asOf,
    total: complianceOf(cells),
    byField: grouped(cells, ({ field }) => field).map(([field, of]) => ({
      field,
      ...complianceOf(of),
    })),
    byRegion: grouped(cells, ({ region }) => region).map(([region, of]) => ({
      region,
      ...complianceOf(of),
    })),
  };
}

function complianceOf(cells: readonly Cell[]): Compliance {
  const sum = (count: (cell: Cell) => number): number =>
    cells.reduce((total, cell) => total + count(cell), 0);
  const counts = {
    obligors: sum((cell) => cell.obligors),
    submitted: sum((cell) => cell.submitted),
    late: sum((cell) => cell.late),
    complete: sum((cell) => cell.complete),
  };
  const outstanding = counts.obligors - counts.submitted;
  return { ...counts, outstanding, ...complianceRatios(counts) };
}

/** By key, in the order of the keys. */
function grouped<Key extends string>(
  cells: readonly Cell[],
  keyOf: (cell: Cell) => Key,
): readonly (readonly [Key, readonly Cell[]])[] {
  const groups = new Map<Key, Cell[]>();
  for (const cell of cells) {
    const group = groups.get(keyOf(cell));
    if (group) group.push(cell);
    else groups.set(keyOf(cell), [cell]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
