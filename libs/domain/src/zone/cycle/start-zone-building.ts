import type { Decision } from '../../decider';
import { mustHaveHappened } from '../../rules/dates';
import { mustNameContent } from '../../rules/evidence';
import { firstRefusal, recordUnless } from '../../rules/refusal';
import { mustNotBeBlank } from '../../rules/text';
import type { StartZoneBuilding } from './commands';
import type { ZoneBuildingStarted } from './events';
import { keyOf, type OpenedCycle } from './state';
import { mustBeAt } from './step-rules';

/** A unit may have begun to build before it was designated for the year. */
export const startZoneBuilding = (
  state: OpenedCycle,
  command: StartZoneBuilding,
): Decision<ZoneBuildingStarted> =>
  recordUnless(
    mustBeAt(state, ['designated'], 'the start of building') ??
      mustHaveHappened('zone', 'startedOn', command.startedOn, command.at) ??
      mustNameContent('zone', [command.workPlan]) ??
      firstRefusal(command.agents, (agent) => mustNotBeBlank('zone', 'agents', agent)),
    () => ({
      type: 'ZoneBuildingStarted',
      data: {
        ...keyOf(state),
        startedOn: command.startedOn,
        workPlan: command.workPlan,
        agents: command.agents,
      },
    }),
  );
