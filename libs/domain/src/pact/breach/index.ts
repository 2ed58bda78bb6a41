import type { Decider } from '../../decider';
import type { PactBreachCommand } from './commands';
import { concludeBreach } from './conclude-breach';
import type { PactBreachEvent } from './events';
import { reportBreach } from './report-breach';
import { evolve, initialState, type PactBreachState } from './state';

export type * from './commands';
export type * from './events';
export type { PactBreachState } from './state';

/**
 * One case of a broken pact. The pact has no sanctions of its own: a report is examined by the
 * superior or the inspectorate, and a finding leads to discipline (PP 94/2021) or to the law. General
 * knowledge; no source found states the way of examination.
 */
export const pactBreach: Decider<PactBreachState, PactBreachCommand, PactBreachEvent> = {
  initialState,
  decide: (state, command) =>
    command.type === 'ReportPactBreach'
      ? reportBreach(state, command)
      : concludeBreach(state, command),
  evolve,
};
