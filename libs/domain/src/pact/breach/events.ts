import type { DomainEvent } from '../../decider';
import type { CalendarDate } from '../../values';
import type { PactObligation } from '../events';

export interface BreachKey {
  /** Name of the case. */
  readonly breach: string;
  readonly region: string;
}

/**
 * Stream `pactbreach-<case>`: somebody says that a signatory broke the pact. The reporter is kept
 * secret, as the sixth obligation asks: the log holds a pseudonym and nothing that leads to them,
 * and the signatory's office as it stands in the pact, never a name.
 */
export type PactBreachReported = DomainEvent<
  'PactBreachReported',
  BreachKey & {
    readonly pact: string;
    readonly position: string;
    readonly obligations: readonly PactObligation[];
    readonly reporter: string;
    readonly reportedOn: CalendarDate;
    /** The officer who took the report in, and who is never its examiner. */
    readonly recordedBy: string;
    /** The concluded case this one appeals against; null for a first report. */
    readonly appealOf: string | null;
  }
>;

export type BreachFinding = 'proven' | 'not-proven';

export type PactBreachConcluded = DomainEvent<
  'PactBreachConcluded',
  BreachKey & {
    readonly finding: BreachFinding;
    /** Decision on discipline (PP 94/2021) or handing over to the law; null without one. */
    readonly sanctionReference: string | null;
    readonly reason: string;
    readonly concludedOn: CalendarDate;
    readonly concludedBy: string;
  }
>;

export type PactBreachEvent = PactBreachReported | PactBreachConcluded;
