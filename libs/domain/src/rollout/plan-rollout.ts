import type { Decision, Refusal } from '../decider';
import { recordUnless, refusal } from '../rules/refusal';
import { mustBeSlug, mustCite, mustNotBeBlank } from '../rules/text';
import type { AddRolloutModules, PlanRollout } from './commands';
import type { RolloutModulesAdded, RolloutPlanned } from './events';
import {
  aliasesMustCite,
  modulesMustBeNew,
  mustBePast,
  mustNotBeRetired,
  onPlanned,
} from './rules';
import type { RolloutState } from './state';

const mustBeNew = ({ status }: RolloutState, { system }: PlanRollout): Refusal | null =>
  status === 'unplanned'
    ? null
    : refusal(
        'rollout.already-planned',
        `the region has a system ${system}`,
        'Record what became of it, or choose another identifier.',
        'system',
      );

const regionMustBeKnown = ({ regionRegistered, region }: PlanRollout): Refusal | null =>
  regionRegistered
    ? null
    : refusal(
        'rollout.region-unknown',
        `no region is registered as ${region}`,
        'Register the region first.',
        'region',
      );

const mustHaveModules = (modules: readonly string[]): Refusal | null =>
  modules.length > 0
    ? null
    : refusal(
        'rollout.no-module',
        'no module is named',
        'Name at least one, such as online-licensing.',
        'modules',
      );

export const planRollout = (state: RolloutState, command: PlanRollout): Decision<RolloutPlanned> =>
  recordUnless(
    mustBeSlug('rollout', 'system', command.system) ??
      mustBeNew(state, command) ??
      regionMustBeKnown(command) ??
      mustNotBeBlank('rollout', 'name', command.name) ??
      mustNotBeBlank('rollout', 'partner', command.partner) ??
      mustNotBeBlank('rollout', 'promotedBy', command.promotedBy) ??
      mustHaveModules(command.modules) ??
      modulesMustBeNew(command.modules, []) ??
      aliasesMustCite(command.aliases) ??
      mustBePast('announcedOn', command.announcedOn, command.at) ??
      mustCite('rollout', command.source),
    () => ({
      type: 'RolloutPlanned',
      data: {
        region: command.region,
        system: command.system,
        name: command.name,
        aliases: command.aliases,
        modules: command.modules,
        partner: command.partner,
        promotedBy: command.promotedBy,
        announcedOn: command.announcedOn,
        source: command.source,
      },
    }),
  );

export const addRolloutModules = (
  state: RolloutState,
  { region, system, modules, source }: AddRolloutModules,
): Decision<RolloutModulesAdded> =>
  onPlanned(state, (planned) =>
    recordUnless(
      mustNotBeRetired(planned, null) ??
        mustHaveModules(modules) ??
        modulesMustBeNew(modules, planned.modules) ??
        mustCite('rollout', source),
      () => ({ type: 'RolloutModulesAdded', data: { region, system, modules, source } }),
    ),
  );
