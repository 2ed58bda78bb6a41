import type { CommandContext } from '../../command-context';
import type { PactState } from '../state';
import type { BreachKey, PactBreachConcluded, PactBreachReported } from './events';
import type { PactBreachState } from './state';

export type ReportPactBreach = CommandContext &
  Omit<PactBreachReported['data'], 'recordedBy'> & {
    readonly type: 'ReportPactBreach';
    /** The pact that is said to be broken. */
    readonly pactState: PactState;
    /** The case appealed against; null where there is none. */
    readonly appealed: PactBreachState | null;
  };

export type ConcludePactBreach = CommandContext &
  Omit<PactBreachConcluded['data'], keyof BreachKey | 'concludedBy'> & {
    readonly type: 'ConcludePactBreach';
  };

export type PactBreachCommand = ReportPactBreach | ConcludePactBreach;
