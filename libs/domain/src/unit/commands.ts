import type { CommandContext } from '../command-context';
import type { RegisteredRegion } from '../region/state';
import type { UnitChange, UnitKey, UnitRegistered } from './events';

interface InRegion {
  /** The region as its own stream tells it; null where it is not registered. */
  readonly regionState: RegisteredRegion | null;
}

export type RegisterUnit = CommandContext &
  InRegion &
  UnitRegistered['data'] & { readonly type: 'RegisterUnit' };

export type RenameUnit = CommandContext &
  UnitKey &
  UnitChange & { readonly type: 'RenameUnit'; readonly name: string };

export type RecodeUnit = CommandContext &
  InRegion &
  UnitKey &
  UnitChange & { readonly type: 'RecodeUnit'; readonly code: string };

export type MergeUnits = CommandContext &
  UnitChange & {
    readonly type: 'MergeUnits';
    readonly region: string;
    readonly units: readonly string[];
    readonly into: string;
  };

export type CloseUnit = CommandContext & UnitKey & UnitChange & { readonly type: 'CloseUnit' };

export type UnitCommand = RegisterUnit | RenameUnit | RecodeUnit | MergeUnits | CloseUnit;
