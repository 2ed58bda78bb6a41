import type { Decision, Refusal } from '../../decider';
import { mustHaveHappened } from '../../rules/dates';
import { mustBeCount } from '../../rules/numbers';
import { recordUnless, refusal } from '../../rules/refusal';
import { mustBeSlug, mustCite, mustNotBeBlank } from '../../rules/text';
import type { RecordPublishedCycle } from './commands';
import type { PublishedCycleRecorded } from './events';
import { type CycleState, publicationsOf } from './state';

const regionMustBeRegistered = ({
  region,
  regionRegistered,
}: RecordPublishedCycle): Refusal | null =>
  regionRegistered
    ? null
    : refusal(
        'zone.region-unknown',
        `region ${region} is not registered`,
        'Register the region first.',
        'region',
      );

/** A source tells a cycle once; what it tells later is another publication with its own name. */
const mustBeNewOf = (
  state: CycleState,
  { source, outcome }: RecordPublishedCycle,
): Refusal | null =>
  publicationsOf(state).some((one) => one.source.id === source.id && one.outcome === outcome)
    ? refusal(
        'zone.already-published',
        `what ${source.id} tells of this cycle is recorded`,
        'Nothing remains to be done.',
        'source',
      )
    : null;

/** Publications contradict each other and the record; all are kept, none changes a step. */
export const recordPublishedCycle = (
  state: CycleState,
  command: RecordPublishedCycle,
): Decision<PublishedCycleRecorded> =>
  recordUnless(
    mustBeSlug('zone', 'unit', command.unit) ??
      mustBeCount('zone', 'year', command.year, 2014) ??
      regionMustBeRegistered(command) ??
      mustNotBeBlank('zone', 'unitName', command.unitName) ??
      mustNotBeBlank('zone', 'note', command.note) ??
      mustHaveHappened('zone', 'declaredOn', command.declaredOn, command.at) ??
      mustHaveHappened('zone', 'outcomeOn', command.outcomeOn, command.at) ??
      mustCite('zone', command.source) ??
      mustBeNewOf(state, command),
    () => {
      const { type: _, actor: __, at: ___, regionRegistered: ____, ...data } = command;
      return { type: 'PublishedCycleRecorded', data };
    },
  );
