import { endOfDayIn } from '../calendar';
import type { Decision, Refusal } from '../decider';
import { mustBeDate } from '../rules/dates';
import { recordUnless, refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import { isDeadlineId } from '../values/identifier';
import type { PassDeadline } from './commands';
import type { DeadlinePassed } from './events';
import type { DeadlineState } from './state';

const mustHaveId = ({ id }: PassDeadline): Refusal | null =>
  isDeadlineId(id)
    ? null
    : refusal(
        'deadline.invalid-identifier',
        `"${id}" is not the identifier of a deadline`,
        'Use 1 to 240 lower-case letters, digits, dots, dashes and colons, beginning with a letter or digit.',
        'id',
      );

/** The same day passes once; a term that was moved has another day (Jejak's own rule). */
const mustNotHavePassed = ({ passed }: DeadlineState, { id, dueOn }: PassDeadline) =>
  passed.includes(dueOn)
    ? refusal(
        'deadline.already-passed',
        `${id} passed on ${dueOn} already`,
        'Nothing remains to be done; it stands in the log.',
        'dueOn',
      )
    : null;

/** Nobody is called late while the day lasts where they live. */
const mustBeOver = ({ zone, dueOn, at }: PassDeadline): Refusal | null =>
  at >= endOfDayIn(zone, dueOn)
    ? null
    : refusal(
        'deadline.not-over',
        `${dueOn} ends in ${zone.id} at ${endOfDayIn(zone, dueOn)}, and it is ${at}`,
        'Wait until the day is over.',
        'dueOn',
      );

export const passDeadline = (
  state: DeadlineState,
  command: PassDeadline,
): Decision<DeadlinePassed> =>
  recordUnless(
    mustHaveId(command) ??
      mustBeDate('deadline', 'dueOn', command.dueOn) ??
      mustNotBeBlank('deadline', 'title', command.title) ??
      mustNotHavePassed(state, command) ??
      mustBeOver(command),
    () => {
      const { id, deadline, region, subject, title, dueOn } = command;
      const { zone, zoneAssumed, policyVersion } = command;
      const passedAt = endOfDayIn(zone, dueOn);
      return {
        type: 'DeadlinePassed',
        data: {
          ...{ id, deadline, region, subject, title, dueOn },
          ...{ zone: zone.id, zoneAssumed, policyVersion, passedAt },
        },
      };
    },
  );
