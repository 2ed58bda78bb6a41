import type { Decision, Refusal } from '../decider';
import { recordUnless, refusal } from '../rules/refusal';
import { mustCite, mustNotBeBlank } from '../rules/text';
import { sameName } from '../values/name';
import type { AdoptRollout, DelegateRollout } from './commands';
import type { RolloutAdopted, RolloutDelegated } from './events';
import { aliasesMustCite, mustBePast, mustNotBeRetired, onPlanned } from './rules';
import type { PlannedRollout, RolloutState } from './state';

const unitMustBeKnown = ({ unit, unitRegistered }: DelegateRollout): Refusal | null =>
  unit === null || unitRegistered
    ? null
    : refusal(
        'rollout.unit-unknown',
        `the region has no unit ${unit}`,
        'Register the unit first, or leave it null and name the office only.',
        'unit',
      );

export const delegateRollout = (
  state: RolloutState,
  command: DelegateRollout,
): Decision<RolloutDelegated> =>
  onPlanned(state, (planned) =>
    recordUnless(
      mustNotBeRetired(planned, null) ??
        mustNotBeBlank('rollout', 'office', command.office) ??
        unitMustBeKnown(command) ??
        mustBePast('on', command.on, command.at) ??
        mustCite('rollout', command.source),
      () => ({
        type: 'RolloutDelegated',
        data: {
          region: command.region,
          system: command.system,
          office: command.office,
          unit: command.unit,
          on: command.on,
          source: command.source,
        },
      }),
    ),
  );

function originMustBeAnother({ region, from, originRegistered }: AdoptRollout): Refusal | null {
  if (from.region === region) {
    return refusal(
      'rollout.own-origin',
      `${region} cannot adopt a system from itself`,
      'Name the region it was taken from.',
      'from.region',
    );
  }
  return originRegistered
    ? null
    : refusal(
        'rollout.region-unknown',
        `no region is registered as ${from.region}`,
        'Register the region first.',
        'from.region',
      );
}

const mustBeNewAdoption = (
  { adoptions }: PlannedRollout,
  { from }: AdoptRollout,
): Refusal | null =>
  adoptions.some((one) => one.from.region === from.region && sameName(one.from.name, from.name))
    ? refusal(
        'rollout.already-adopted',
        `that it was taken from ${from.name} of ${from.region} is recorded`,
        'Nothing was changed; there is nothing to do.',
        'from',
      )
    : null;

export const adoptRollout = (
  state: RolloutState,
  command: AdoptRollout,
): Decision<RolloutAdopted> =>
  onPlanned(state, (planned) =>
    recordUnless(
      mustNotBeRetired(planned, null) ??
        mustNotBeBlank('rollout', 'from.name', command.from.name) ??
        originMustBeAnother(command) ??
        mustBeNewAdoption(planned, command) ??
        aliasesMustCite(command.aliases) ??
        mustBePast('on', command.on, command.at) ??
        mustCite('rollout', command.source),
      () => ({
        type: 'RolloutAdopted',
        data: {
          region: command.region,
          system: command.system,
          from: command.from,
          aliases: command.aliases,
          on: command.on,
          source: command.source,
        },
      }),
    ),
  );
