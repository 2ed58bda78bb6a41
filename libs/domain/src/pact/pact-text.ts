import type { Decider } from '../decider';
import type { PactTextCommand } from './commands';
import type { PactTextEvent } from './events';
import { publishPactText } from './publish-pact-text';
import { retirePactText } from './retire-pact-text';
import { evolve, initialState, type PactTextState } from './text-state';

/** The rules of one wording: published once, then immutable, and retired once. */
export const pactText: Decider<PactTextState, PactTextCommand, PactTextEvent> = {
  initialState,
  decide: (state, command) =>
    command.type === 'PublishPactText'
      ? publishPactText(state, command)
      : retirePactText(state, command),
  evolve,
};
