import type { Decision, Refusal } from '../decider';
import { mustHaveHappened } from '../rules/dates';
import { recordUnless, refusal } from '../rules/refusal';
import { mustBeSlug, mustNotBeBlank } from '../rules/text';
import type { SupersedePact } from './commands';
import type { PactSuperseded } from './events';
import { type DraftedPact, mustNotBeSuperseded } from './standing-rules';

const mustBeInForce = (state: DraftedPact): Refusal | null =>
  state.status === 'drafted'
    ? refusal(
        'pact.not-published',
        `pact ${state.draft.pact} was never published`,
        'Publish it first; only a pact in force can be superseded.',
      )
    : null;

/** What took its place did so once it was in force. */
const mustFollowPublication = (state: DraftedPact, { on }: SupersedePact): Refusal | null =>
  state.status === 'published' && on < state.publication.publishedOn
    ? refusal(
        'pact.superseded-before-publication',
        `it was published on ${state.publication.publishedOn}, after ${on}`,
        `Give a day from ${state.publication.publishedOn} on.`,
        'on',
      )
    : null;

const successorMustDiffer = (state: DraftedPact, { successor }: SupersedePact): Refusal | null =>
  successor === state.draft.pact
    ? refusal(
        'pact.successor-is-itself',
        `pact ${successor} is named as its own successor`,
        'Name the pact that takes its place, or null.',
        'successor',
      )
    : null;

/**
 * A change of position or of the text asks for a new pact; the old one stays readable. Jejak's own
 * reading: a pact is a promise made in an office and in certain words.
 */
export const supersedePact = (
  state: DraftedPact,
  command: SupersedePact,
): Decision<PactSuperseded> =>
  recordUnless(
    mustNotBeSuperseded(state) ??
      mustBeInForce(state) ??
      mustHaveHappened('pact', 'on', command.on, command.at) ??
      mustFollowPublication(state, command) ??
      mustNotBeBlank('pact', 'reason', command.reason) ??
      mustBeSlug('pact', 'successor', command.successor) ??
      successorMustDiffer(state, command),
    () => ({
      type: 'PactSuperseded',
      data: {
        pact: state.draft.pact,
        region: state.draft.region,
        ground: command.ground,
        reason: command.reason,
        successor: command.successor,
        on: command.on,
      },
    }),
  );
