import { accepted, type Decision, type Refusal } from '../decider';
import type { ContextWith } from '../refusal-codes';
import { refusal } from './refusal';

/**
 * Decides by what is settled first: last days that the calendar did not reach when the terms were
 * set, and does by now. They are recorded together with what the command brings, or not at all.
 */
export function afterSettling<State, Event>(
  state: State,
  settling: readonly Event[],
  evolve: (state: State, event: Event) => State,
  decide: (state: State) => Decision<Event>,
): Decision<Event> {
  const decision = decide(settling.reduce(evolve, state));
  return decision.kind === 'accepted' ? accepted(...settling, ...decision.events) : decision;
}

/** Said to a command that only settles. */
export const mustSettleSomething = (
  context: ContextWith<'nothing-to-settle'>,
  settling: readonly unknown[],
): Refusal | null =>
  settling.length > 0
    ? null
    : refusal(
        `${context}.nothing-to-settle`,
        'no term waits for a calendar that reaches its end',
        'Approve a version of the policy working-days with the joint decree of the year.',
      );
