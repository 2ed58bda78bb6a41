import { countTerm, isAfter, lastDayInWords } from '../calendar';
import type { Decision, Refusal } from '../decider';
import { recordUnless, refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import type { NoteInformationDispute } from './commands';
import type { InformationDisputeNoted } from './events';
import { aboutRequest, inWorkingDays, mustFollow } from './rules';
import type { InformationState, OpenedRequest } from './state';

/** The commission is for whom the superior's decision does not satisfy, or who waited for it in vain. */
function mustBeDisputable(
  { objection, decidedOn, disputedOn }: OpenedRequest,
  { filedOn }: NoteInformationDispute,
): Refusal | null {
  if (disputedOn !== null) {
    return refusal(
      'information.already-disputed',
      `a dispute was filed on ${disputedOn}`,
      'Nothing was changed; the dispute is noted.',
    );
  }
  if (decidedOn !== null || (objection !== null && isAfter(filedOn, objection) !== false))
    return null;
  return refusal(
    'information.dispute-too-early',
    objection === null
      ? 'nobody has objected to the superior'
      : `the superior has time to decide until ${lastDayInWords(objection)}`,
    'A dispute follows an objection and its decision, or the last day for it.',
    'filedOn',
  );
}

/** Whether it came in time is for the commission to judge; what the calendar says is noted. */
export const noteDispute = (
  state: InformationState,
  command: NoteInformationDispute,
): Decision<InformationDisputeNoted> =>
  aboutRequest(state, (opened) => {
    const { filedOn, reference, calendars, actor, at } = command;
    const { request, region, decidedOn, objection, terms } = opened;
    return recordUnless(
      mustFollow(opened, 'filedOn', filedOn, at) ??
        mustNotBeBlank('information', 'reference', reference) ??
        mustBeDisputable(opened, command),
      () => {
        const from = decidedOn ?? objection?.dueOn ?? null;
        const term =
          from === null
            ? null
            : countTerm(inWorkingDays('dispute', from, terms.dispute, filedOn), calendars);
        const late = isAfter(filedOn, term);
        const inTime = late === null ? null : !late;
        return {
          type: 'InformationDisputeNoted',
          data: { request, region, filedOn, reference, inTime, notedBy: actor.id },
        };
      },
    );
  });
