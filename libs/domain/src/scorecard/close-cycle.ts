import type { Decision, Refusal } from '../decider';
import { mustBeInstant } from '../rules/instants';
import { recordUnless, refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import { instantAfter } from '../values/instant';
import { closingNotice, closingOf, evidencePlaces, isClosingFinal } from './closing';
import type { CloseCycle } from './commands';
import type { CycleClosed } from './events';
import { keyOf } from './key';
import { describe, judgeMustBeOutside, mustNotBeFinalised } from './scoring-rules';
import type { OpenedScorecard } from './state';

const mustTakeEvidence = (state: OpenedScorecard): Refusal | null =>
  evidencePlaces(state.opened).length > 0
    ? null
    : refusal(
        'scorecard.nothing-to-close',
        `${describe(state)} takes no evidence: its framework lists no sub-indicators`,
        'Nothing needs to be done; it can be finalised as it is.',
      );

const mustBeUndecided = (state: OpenedScorecard, at: string): Refusal | null =>
  isClosingFinal(state, at)
    ? refusal(
        'scorecard.already-closed',
        `the uploads of ${describe(state)} end at ${closingOf(state) ?? ''}`,
        'A cycle is closed once. What comes later is recorded as late; correct scores by amendments.',
      )
    : null;

const mustLeaveNotice = (closesAt: string, at: string): Refusal | null =>
  closesAt >= instantAfter(at, closingNotice)
    ? null
    : refusal(
        'scorecard.closing-too-soon',
        `${closesAt} is less than ${closingNotice / 1000} seconds from now`,
        `Leave closesAt out to close after ${closingNotice / 1000} seconds, or give a later instant: nothing that was handed in may become late afterwards.`,
        'closesAt',
      );

/**
 * Decides once when uploads end, in place of what the framework announced and before that has come.
 * 2019 ended with October (tuntasmedia.com, 2019-12), 2025 on 30 November (malukuutara.disway.id,
 * 2025-10); later uploads were ignored then, and are recorded as late here.
 */
export function closeCycle(state: OpenedScorecard, command: CloseCycle): Decision<CycleClosed> {
  const { at, actor, decision } = command;
  const closesAt = command.closesAt ?? instantAfter(at, closingNotice);
  return recordUnless(
    judgeMustBeOutside(state, command) ??
      mustNotBeFinalised(state) ??
      mustTakeEvidence(state) ??
      mustBeUndecided(state, at) ??
      mustBeInstant('scorecard', 'closesAt', closesAt) ??
      mustLeaveNotice(closesAt, at) ??
      mustNotBeBlank('scorecard', 'decision', decision),
    () => ({
      type: 'CycleClosed',
      data: { ...keyOf(state), closesAt, decision, closedBy: actor.id },
    }),
  );
}
