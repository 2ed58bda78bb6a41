import type {
  Alias,
  RolloutAdopted,
  RolloutDelegated,
  RolloutEvent,
  RolloutKey,
  RolloutLevel,
  RolloutModulesAdded,
  RolloutPlanned,
  RolloutRetired,
  RolloutStartRecorded,
  RolloutWentLive,
} from '@jejak/domain/rollout/events';

import { source } from './common-shapes';
import { firstVersion, type SchemasOf } from './event-schema';
import { type Fields, record } from './record';
import { list, matching, nullable, oneOf, text } from './shape';

const partialDate = matching(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a day, month or year');

const key: Fields<RolloutKey> = { region: text, system: text };

const aliases = list(record<Alias>({ name: text, source }));

export const rolloutSchemas: SchemasOf<RolloutEvent> = {
  RolloutPlanned: firstVersion(
    record<RolloutPlanned['data']>({
      ...key,
      name: text,
      aliases,
      modules: list(text),
      partner: nullable(text),
      promotedBy: nullable(text),
      announcedOn: nullable(partialDate),
      source,
    }),
  ),
  RolloutModulesAdded: firstVersion(
    record<RolloutModulesAdded['data']>({ ...key, modules: list(text), source }),
  ),
  RolloutDelegated: firstVersion(
    record<RolloutDelegated['data']>({
      ...key,
      office: text,
      unit: nullable(text),
      on: nullable(partialDate),
      source,
    }),
  ),
  RolloutAdopted: firstVersion(
    record<RolloutAdopted['data']>({
      ...key,
      from: record<RolloutAdopted['data']['from']>({ region: text, name: text }),
      aliases,
      on: nullable(partialDate),
      source,
    }),
  ),
  RolloutStartRecorded: firstVersion(
    record<RolloutStartRecorded['data']>({
      ...key,
      kind: oneOf('built', 'running'),
      on: partialDate,
      source,
    }),
  ),
  RolloutWentLive: firstVersion(
    record<RolloutWentLive['data']>({
      ...key,
      module: nullable(text),
      level: oneOf<RolloutLevel>('village', 'district', 'region'),
      since: nullable(partialDate),
      source,
    }),
  ),
  RolloutRetired: firstVersion(
    record<RolloutRetired['data']>({
      ...key,
      module: nullable(text),
      on: nullable(partialDate),
      reason: text,
      source,
    }),
  ),
};
