import type { Decider } from '../decider';
import type { PactTextCommand } from './commands';
import type { PactTextEvent } from './events';
import { publishPactText } from './publish-pact-text';
import { evolve, initialState, type PactTextState } from './text-state';

/** The rules of one wording: published once, then immutable. */
export const pactText: Decider<PactTextState, PactTextCommand, PactTextEvent> = {
  initialState,
  decide: publishPactText,
  evolve,
};
