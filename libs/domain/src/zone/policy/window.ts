import type { CalendarDate, Source } from '../../values';

/** A day of every year, `MM-DD`. */
export type DayOfYear = string;

export interface ProposalWindow {
  readonly opensOn: CalendarDate;
  /** Last day on which a proposal is taken. */
  readonly closesOn: CalendarDate;
}

/** When units are proposed to the ministry, through PMPZI (pmpzi.menpan.go.id). */
export interface ZoneWindows {
  /** Of a year for which the ministry's letter says nothing else. */
  readonly usual: { readonly opens: DayOfYear; readonly closes: DayOfYear };
  /** As the ministry's letters said. */
  readonly years: readonly (ProposalWindow & { readonly year: number; readonly source: Source })[];
}

/** The window in which units are proposed for the cycle of a year. */
export function windowOf({ usual, years }: ZoneWindows, year: number): ProposalWindow {
  const said = years.find((one) => one.year === year);
  return said
    ? { opensOn: said.opensOn, closesOn: said.closesOn }
    : { opensOn: `${year}-${usual.opens}`, closesOn: `${year}-${usual.closes}` };
}
