import type { Term } from '../calendar';

/**
 * When wealth reports (LHKPN) are due: kind `declaration-terms`. PerKPK 7/2016 and 2/2020: a
 * periodic report by 31 March of the next year, a special one within 3 months.
 */
export interface DeclarationTerms {
  /** Day of the next year by which the report on a 31 December is due. */
  readonly periodicDue: { readonly month: number; readonly day: number };
  /** From the appointment, the end of office or the re-appointment. */
  readonly special: Term;
  /** From the Commission's request; null where no rule names one. */
  readonly onRequest: Term | null;
  /** From the notice that a report is incomplete. */
  readonly completion: Term;
}
