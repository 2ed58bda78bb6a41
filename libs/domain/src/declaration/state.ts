import type { CountedTerm, LastDay } from '../calendar';
import type { CalendarDate } from '../values';
import type { ExpectedFiling, ObligationKey } from './events';

/** One time in the position. */
export interface TimeInOffice {
  readonly since: CalendarDate;
  readonly firstYear: number;
  /** Last day; null while it lasts. */
  readonly endedOn: CalendarDate | null;
}

export interface Filing {
  readonly filing: string;
  readonly year: number | null;
  readonly status: 'filed' | 'incomplete' | 'supplemented' | 'complete';
  /** Day of the last thing that was handed in. */
  readonly handedInOn: CalendarDate;
  /** Who recorded the last thing that was handed in. */
  readonly recordedBy: string;
  readonly verifiedOn: CalendarDate | null;
  readonly completeBy: LastDay;
  /** When what was missing was handed in; null while it was not, or nothing is missing. */
  readonly suppliedOn: CalendarDate | null;
  /** Its term to be completed, while no calendar reaches the last day. */
  readonly openTerms: readonly CountedTerm[];
}

export interface Obligor {
  readonly status: 'registered';
  readonly key: ObligationKey;
  /** In order; only the last may be open. */
  readonly times: readonly TimeInOffice[];
  readonly expected: readonly ExpectedFiling[];
  readonly filings: readonly Filing[];
}

export type DeclarationState = { readonly status: 'unregistered' } | Obligor;

export const initialState = (): DeclarationState => ({ status: 'unregistered' });

export const isRegistered = (state: DeclarationState): state is Obligor =>
  state.status === 'registered';

/** The open obligation, if there is one. */
export const openTime = ({ times }: Obligor): TimeInOffice | null => {
  const last = times.at(-1);
  return last?.endedOn === null ? last : null;
};

export const filingCalled = ({ filings }: Obligor, filing: string): Filing | null =>
  filings.find((one) => one.filing === filing) ?? null;

/** Whether the position was held on the last day of the year, which is what obliges. */
export const isObligedFor = ({ times }: Obligor, year: number): boolean =>
  times.some(
    ({ firstYear, endedOn }) =>
      firstYear <= year && (endedOn === null || endedOn >= lastDayOfYear(year)),
  );

export const lastDayOfYear = (year: number): CalendarDate => `${year}-12-31`;

export const yearOf = (day: CalendarDate): number => Number(day.slice(0, 4));
