import { CorruptStreamError } from '../corrupt-stream';
import type { PartialDate } from '../values/partial-date';
import type {
  RolloutAdopted,
  RolloutDelegated,
  RolloutEvent,
  RolloutPlanned,
  RolloutRetired,
  RolloutStartRecorded,
  RolloutWentLive,
} from './events';

type Of<Event extends RolloutEvent> = Omit<Event['data'], 'region' | 'system'>;

export interface PlannedRollout {
  readonly status: 'planned';
  readonly plan: RolloutPlanned['data'];
  /** Those of the plan and those added since. */
  readonly modules: readonly string[];
  readonly delegations: readonly Of<RolloutDelegated>[];
  readonly adoptions: readonly Of<RolloutAdopted>[];
  readonly starts: readonly Of<RolloutStartRecorded>[];
  /** What sources say of where it runs since when, all of it. */
  readonly live: readonly Of<RolloutWentLive>[];
  readonly retirements: readonly Of<RolloutRetired>[];
}

export type RolloutState = { readonly status: 'unplanned' } | PlannedRollout;

export const initialState = (): RolloutState => ({ status: 'unplanned' });

export function evolve(state: RolloutState, event: RolloutEvent): RolloutState {
  if (event.type === 'RolloutPlanned') {
    if (state.status !== 'unplanned') throw new CorruptStreamError(event.type, state.status);
    const { modules } = event.data;
    const nothing = { delegations: [], adoptions: [], starts: [], live: [], retirements: [] };
    return { status: 'planned', plan: event.data, modules, ...nothing };
  }
  if (state.status === 'unplanned') throw new CorruptStreamError(event.type, state.status);
  const { region: _, system: __, ...fact } = event.data;
  switch (event.type) {
    case 'RolloutModulesAdded':
      return { ...state, modules: [...state.modules, ...event.data.modules] };
    case 'RolloutDelegated':
      return { ...state, delegations: [...state.delegations, fact as Of<RolloutDelegated>] };
    case 'RolloutAdopted':
      return { ...state, adoptions: [...state.adoptions, fact as Of<RolloutAdopted>] };
    case 'RolloutStartRecorded':
      return { ...state, starts: [...state.starts, fact as Of<RolloutStartRecorded>] };
    case 'RolloutWentLive':
      return { ...state, live: [...state.live, fact as Of<RolloutWentLive>] };
    case 'RolloutRetired':
      return { ...state, retirements: [...state.retirements, fact as Of<RolloutRetired>] };
  }
}

/** When the system, or this module of it, was retired; undefined while it was not. */
export const retirementOf = (
  { retirements }: PlannedRollout,
  module: string | null,
): { readonly module: string | null; readonly on: PartialDate | null } | undefined =>
  retirements.find((one) => one.module === null || one.module === module);
