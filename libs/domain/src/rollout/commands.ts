import type { CommandContext } from '../command-context';
import type {
  RolloutAdopted,
  RolloutDelegated,
  RolloutModulesAdded,
  RolloutPlanned,
  RolloutRetired,
  RolloutStartRecorded,
  RolloutWentLive,
} from './events';

export type PlanRollout = CommandContext &
  RolloutPlanned['data'] & { readonly type: 'PlanRollout'; readonly regionRegistered: boolean };

export type AddRolloutModules = CommandContext &
  RolloutModulesAdded['data'] & { readonly type: 'AddRolloutModules' };

export type DelegateRollout = CommandContext &
  RolloutDelegated['data'] & {
    readonly type: 'DelegateRollout';
    /** Whether `unit` is registered in the region; true where it is null. */
    readonly unitRegistered: boolean;
  };

export type AdoptRollout = CommandContext &
  RolloutAdopted['data'] & {
    readonly type: 'AdoptRollout';
    /** Whether the region it is taken from is registered. */
    readonly originRegistered: boolean;
  };

export type RecordRolloutStart = CommandContext &
  RolloutStartRecorded['data'] & { readonly type: 'RecordRolloutStart' };

export type RecordRolloutLive = CommandContext &
  RolloutWentLive['data'] & { readonly type: 'RecordRolloutLive' };

export type RetireRollout = CommandContext &
  RolloutRetired['data'] & { readonly type: 'RetireRollout' };

export type RolloutCommand =
  | PlanRollout
  | AddRolloutModules
  | DelegateRollout
  | AdoptRollout
  | RecordRolloutStart
  | RecordRolloutLive
  | RetireRollout;
