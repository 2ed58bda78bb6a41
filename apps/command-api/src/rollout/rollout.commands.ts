import { rolloutStream } from '@jejak/domain';
import { type Alias, rollout, type RolloutKey } from '@jejak/domain/rollout';
import { type Ledger } from '@jejak/event-store';

import { type Asked, commandsOn } from '../edge/command-on';
import { sourceFrom } from '../edge/parts';
import { regionWithId } from '../edge/region';
import { hasUnit } from '../edge/unregistered';
import {
  AddRolloutModulesBody,
  AdoptRolloutBody,
  type AliasBody,
  DelegateRolloutBody,
  PlanRolloutBody,
  RecordRolloutLiveBody,
  RecordRolloutStartBody,
  RetireRolloutBody,
} from './rollout.bodies';

const onRollout = commandsOn(rollout, rolloutStream);

const region = ({ key }: Asked<RolloutKey, unknown>): string => key.region;

const isRegion = async (ledger: Ledger, id: string): Promise<boolean> =>
  (await regionWithId(ledger, id)) !== null;

const aliasesFrom = (bodies: readonly AliasBody[] | null | undefined): Alias[] =>
  (bodies ?? []).map(({ name, source }) => ({ name, source: sourceFrom(source) }));

export const planRollout = onRollout(PlanRolloutBody, {
  action: 'rollout.record',
  region,
  refer: (ledger, { key }) => isRegion(ledger, key.region),
  command: ({ key, body }, regionRegistered) => ({
    type: 'PlanRollout',
    ...key,
    name: body.name,
    aliases: aliasesFrom(body.aliases),
    modules: [...body.modules],
    partner: body.partner ?? null,
    promotedBy: body.promotedBy ?? null,
    announcedOn: body.announcedOn ?? null,
    source: sourceFrom(body.source),
    regionRegistered,
  }),
});

export const addRolloutModules = onRollout(AddRolloutModulesBody, {
  action: 'rollout.record',
  region,
  command: ({ key, body }) => ({
    type: 'AddRolloutModules',
    ...key,
    modules: [...body.modules],
    source: sourceFrom(body.source),
  }),
});

export const delegateRollout = onRollout(DelegateRolloutBody, {
  action: 'rollout.record',
  region,
  refer: async (ledger, { key, body: { unit } }) =>
    unit === null || unit === undefined || hasUnit(ledger, key.region, unit),
  command: ({ key, body }, unitRegistered) => ({
    type: 'DelegateRollout',
    ...key,
    office: body.office,
    unit: body.unit ?? null,
    on: body.on ?? null,
    source: sourceFrom(body.source),
    unitRegistered,
  }),
});

export const adoptRollout = onRollout(AdoptRolloutBody, {
  action: 'rollout.record',
  region,
  refer: (ledger, { body }) => isRegion(ledger, body.from.region),
  command: ({ key, body }, originRegistered) => ({
    type: 'AdoptRollout',
    ...key,
    from: { region: body.from.region, name: body.from.name },
    aliases: aliasesFrom(body.aliases),
    on: body.on ?? null,
    source: sourceFrom(body.source),
    originRegistered,
  }),
});

export const recordRolloutStart = onRollout(RecordRolloutStartBody, {
  action: 'rollout.record',
  region,
  command: ({ key, body }) => ({
    type: 'RecordRolloutStart',
    ...key,
    kind: body.kind,
    on: body.on,
    source: sourceFrom(body.source),
  }),
});

export const recordRolloutLive = onRollout(RecordRolloutLiveBody, {
  action: 'rollout.record',
  region,
  command: ({ key, body }) => ({
    type: 'RecordRolloutLive',
    ...key,
    module: body.module ?? null,
    level: body.level,
    since: body.since ?? null,
    source: sourceFrom(body.source),
  }),
});

export const retireRollout = onRollout(RetireRolloutBody, {
  action: 'rollout.record',
  region,
  command: ({ key, body }) => ({
    type: 'RetireRollout',
    ...key,
    module: body.module ?? null,
    on: body.on ?? null,
    reason: body.reason,
    source: sourceFrom(body.source),
  }),
});
