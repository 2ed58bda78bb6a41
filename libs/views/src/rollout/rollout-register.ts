import type {
  RolloutAdopted,
  RolloutDelegated,
  RolloutEvent,
  RolloutPlanned,
  RolloutRetired,
  RolloutStartRecorded,
  RolloutWentLive,
} from '@jejak/domain/rollout/events';

import { continued } from '../continued';
import { provinceOf } from '../province';
import type { FoldedView } from '../view';

type Recorded<Event extends RolloutEvent> = Omit<Event['data'], 'region' | 'system'> & {
  readonly recordedAt: string;
};

type Plan = RolloutPlanned['data'];

/** An information system of a region with all that sources say of it, side by side. */
export interface RolloutDocument extends Plan {
  readonly province: string;
  readonly delegations: readonly Recorded<RolloutDelegated>[];
  readonly adoptions: readonly Recorded<RolloutAdopted>[];
  readonly starts: readonly Recorded<RolloutStartRecorded>[];
  readonly live: readonly Recorded<RolloutWentLive>[];
  readonly retirements: readonly Recorded<RolloutRetired>[];
  readonly plannedAt: string;
  readonly changedAt: string;
}

const types = [
  'RolloutPlanned',
  'RolloutModulesAdded',
  'RolloutDelegated',
  'RolloutAdopted',
  'RolloutStartRecorded',
  'RolloutWentLive',
  'RolloutRetired',
] as const satisfies readonly RolloutEvent['type'][];

const isOfRollout = (event: { readonly type: string }): event is RolloutEvent =>
  (types as readonly string[]).includes(event.type);

/** One document per system, `<region>/<system>`. */
export const rolloutRegister: FoldedView<RolloutDocument> = {
  name: 'rollout-register',
  version: 1,
  eventTypes: types,
  documentsOf: ({ event }) =>
    isOfRollout(event) ? [`${event.data.region}/${event.data.system}`] : [],
  apply(document, { event, metadata: { recordedAt } }, id) {
    if (!isOfRollout(event)) return document;
    if (event.type === 'RolloutPlanned') {
      const nothing = { delegations: [], adoptions: [], starts: [], live: [], retirements: [] };
      const province = provinceOf(event.data.region);
      return { ...event.data, province, ...nothing, plannedAt: recordedAt, changedAt: recordedAt };
    }
    const changed = { ...continued(document, id), changedAt: recordedAt };
    switch (event.type) {
      case 'RolloutModulesAdded':
        return { ...changed, modules: [...changed.modules, ...event.data.modules] };
      case 'RolloutDelegated': {
        const { office, unit, on, source } = event.data;
        const delegation = { office, unit, on, source, recordedAt };
        return { ...changed, delegations: [...changed.delegations, delegation] };
      }
      case 'RolloutAdopted': {
        const { from, aliases, on, source } = event.data;
        const adoption = { from, aliases, on, source, recordedAt };
        return { ...changed, adoptions: [...changed.adoptions, adoption] };
      }
      case 'RolloutStartRecorded': {
        const { kind, on, source } = event.data;
        return { ...changed, starts: [...changed.starts, { kind, on, source, recordedAt }] };
      }
      case 'RolloutWentLive': {
        const { module, level, since, source } = event.data;
        return {
          ...changed,
          live: [...changed.live, { module, level, since, source, recordedAt }],
        };
      }
      case 'RolloutRetired': {
        const { module, on, reason, source } = event.data;
        const retirement = { module, on, reason, source, recordedAt };
        return { ...changed, retirements: [...changed.retirements, retirement] };
      }
    }
  },
  indexes: [
    { region: 1, _id: 1 },
    { province: 1, _id: 1 },
    { modules: 1, _id: 1 },
    { 'adoptions.from.region': 1, _id: 1 },
  ],
};
