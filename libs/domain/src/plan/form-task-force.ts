import type { Decision, Refusal } from '../decider';
import { mustHaveHappened } from '../rules/dates';
import { firstRefusal, recordUnless, refusal } from '../rules/refusal';
import { mustCite, mustNotBeBlank } from '../rules/text';
import { sameName } from '../values/name';
import type { FormTaskForce } from './commands';
import type { TaskForceFormed } from './events';
import { keyOf } from './milestone-rules';
import type { AdoptedPlan } from './state';

const mustBeNew = ({ plan, taskForces }: AdoptedPlan, { name }: FormTaskForce): Refusal | null =>
  taskForces.some((known) => sameName(known, name))
    ? refusal(
        'plan.task-force-known',
        `plan ${plan} has a task force called ${name}`,
        'Nothing remains to be done, or give the other one its own name.',
        'name',
      )
    : null;

/** Members nobody names stay unnamed: the governor's task force of 2017 was announced without any. */
export const formTaskForce = (
  state: AdoptedPlan,
  command: FormTaskForce,
): Decision<TaskForceFormed> =>
  recordUnless(
    mustNotBeBlank('plan', 'name', command.name) ??
      mustBeNew(state, command) ??
      mustNotBeBlank('plan', 'decree', command.decree) ??
      mustHaveHappened('plan', 'formedOn', command.formedOn, command.at) ??
      firstRefusal(
        command.members,
        ({ position, name }) =>
          mustNotBeBlank('plan', 'members.position', position) ??
          mustNotBeBlank('plan', 'members.name', name),
      ) ??
      mustCite('plan', command.source),
    () => ({
      type: 'TaskForceFormed',
      data: {
        ...keyOf(state),
        name: command.name,
        decree: command.decree,
        formedOn: command.formedOn,
        members: command.members.map(({ position, name }) => ({ position, name })),
        source: command.source,
      },
    }),
  );
