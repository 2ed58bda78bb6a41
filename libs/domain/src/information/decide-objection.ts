import { isAfter } from '../calendar';
import type { Decision, Refusal } from '../decider';
import { recordUnless, refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import type { DecideInformationObjection } from './commands';
import type { InformationObjectionDecided } from './events';
import { aboutRequest, mustFollow } from './rules';
import type { InformationState, OpenedRequest } from './state';

function mustBeDecidable(
  { objection, decidedOn, answer }: OpenedRequest,
  actor: string,
): Refusal | null {
  if (objection === null) {
    return refusal(
      'information.nothing-to-decide',
      'nobody has objected',
      'Record the objection first.',
    );
  }
  if (decidedOn !== null) {
    return refusal(
      'information.already-decided',
      `the objection was decided on ${decidedOn}`,
      'Nothing was changed. Who disagrees goes to the Information Commission.',
    );
  }
  return answer?.by === actor
    ? refusal(
        'information.decider-answered',
        `${actor} gave the answer that is objected to`,
        'Let the superior of the office decide (UU 14/2008 art. 36 paragraph 2).',
      )
    : null;
}

/** By the superior of the office: never by who answered. */
export const decideObjection = (
  state: InformationState,
  command: DecideInformationObjection,
): Decision<InformationObjectionDecided> =>
  aboutRequest(state, (opened) => {
    const { decidedOn, outcome, reason, actor, at } = command;
    const { request, region, objection } = opened;
    return recordUnless(
      mustFollow(opened, 'decidedOn', decidedOn, at) ??
        mustNotBeBlank('information', 'reason', reason) ??
        mustBeDecidable(opened, actor.id),
      () => ({
        type: 'InformationObjectionDecided',
        data: {
          ...{ request, region, decidedOn, outcome, reason },
          late: isAfter(decidedOn, objection),
          decidedBy: actor.id,
        },
      }),
    );
  });
