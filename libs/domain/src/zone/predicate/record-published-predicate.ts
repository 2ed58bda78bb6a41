import type { Decision, Refusal } from '../../decider';
import { mustHaveHappened } from '../../rules/dates';
import { mustBeCount } from '../../rules/numbers';
import { recordUnless, refusal } from '../../rules/refusal';
import { mustBeSlug, mustCite, mustNotBeBlank } from '../../rules/text';
import type { RecordPublishedPredicate } from './commands';
import { mustNotPrecede, validityMustFollow } from './decision-rules';
import type { PublishedPredicateRecorded } from './events';
import { mustNotBeGranted } from './grant-predicate';
import type { PredicateHistory } from './state';

const regionMustBeRegistered = ({
  region,
  regionRegistered,
}: RecordPublishedPredicate): Refusal | null =>
  regionRegistered
    ? null
    : refusal(
        'zone.region-unknown',
        `region ${region} is not registered`,
        'Register the region first.',
        'region',
      );

/** A predicate granted before the unit's cycles were recorded here: WBBM may be aimed at from it. */
export const recordPublishedPredicate = (
  state: PredicateHistory,
  command: RecordPublishedPredicate,
): Decision<PublishedPredicateRecorded> =>
  recordUnless(
    mustBeSlug('zone', 'unit', command.unit) ??
      mustBeCount('zone', 'year', command.year, 2014) ??
      regionMustBeRegistered(command) ??
      mustNotBeBlank('zone', 'unitName', command.unitName) ??
      mustNotBeBlank('zone', 'decisionNumber', command.decisionNumber) ??
      mustCite('zone', command.source) ??
      mustNotBeGranted(state, command) ??
      mustHaveHappened('zone', 'grantedOn', command.grantedOn, command.at) ??
      mustNotPrecede('grantedOn', command.grantedOn, lastDecidedOn(state)) ??
      validityMustFollow(command.validUntil, command.grantedOn),
    () => {
      const { type: _, actor: __, at: ___, regionRegistered: ____, ...data } = command;
      return {
        type: 'PublishedPredicateRecorded',
        data: { ...data, replaces: state.held?.year ?? null },
      };
    },
  );

const lastDecidedOn = ({ held, revocations }: PredicateHistory): string =>
  held?.lastStepOn ?? revocations.at(-1)?.on ?? '';
