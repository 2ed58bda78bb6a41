import type { Decision, Refusal } from '../decider';
import { mustBeDate } from '../rules/dates';
import { recordUnless, refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import type { RetirePactText } from './commands';
import type { PactTextRetired } from './events';
import type { PactTextState } from './text-state';

function mustBeInForce(state: PactTextState, { version }: RetirePactText): Refusal | null {
  switch (state.status) {
    case 'published':
      return null;
    case 'unpublished':
      return refusal(
        'pact.text-unpublished',
        `no wording was published as version ${version}`,
        'Correct the version: only a published wording can be retired.',
        'version',
      );
    case 'retired':
      return refusal(
        'pact.text-already-retired',
        `version ${version} was retired after ${state.retirement.lastDay}: ${state.retirement.reason}`,
        'Nothing remains to be done; publish another wording under a version of its own.',
        'version',
      );
  }
}

/**
 * From the day after, nobody signs the wording; what was signed holds. Another text asks for signing
 * again. Jejak's own reading of PermenPAN-RB 49/2011.
 */
export const retirePactText = (
  state: PactTextState,
  command: RetirePactText,
): Decision<PactTextRetired> =>
  recordUnless(
    mustBeInForce(state, command) ??
      mustBeDate('pact', 'lastDay', command.lastDay) ??
      mustNotBeBlank('pact', 'reason', command.reason),
    () => ({
      type: 'PactTextRetired',
      data: { version: command.version, lastDay: command.lastDay, reason: command.reason },
    }),
  );
