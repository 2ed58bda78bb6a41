import type { CommandContext } from '../command-context';
import type { CalendarDate } from '../values';
import type { RegionCodeReserved, RegionRecoded, RegionRegistered } from './events';
import type { CodeTenure, RegisteredRegion } from './state';

/** Registers a region under its code of the Ministry of Home Affairs; that code becomes its id. */
export type RegisterRegion = CommandContext &
  RegionRegistered['data'] & {
    readonly type: 'RegisterRegion';
    /** The region that holds the code `parent`, under that code; null where no region does. */
    readonly parentRegion: RegionRegistered['data'] | null;
  };

/**
 * Keeps a code for a region that was registered under another, in the stream of that code: two
 * regions that reach for one code meet there, and one of them is refused.
 */
export type ReserveRegionCode = CommandContext &
  RegionCodeReserved['data'] & {
    readonly type: 'ReserveRegionCode';
    readonly regionState: RegisteredRegion | null;
    /** The code's earlier takers, each with what its own stream says of the codes it held. */
    readonly earlier: readonly {
      readonly region: string;
      readonly tenures: readonly CodeTenure[];
    }[];
  };

/** Gives a region a reserved code from a day on. */
export type RecodeRegion = CommandContext &
  Omit<RegionRecoded['data'], 'previous' | 'name' | 'level' | 'parent'> & {
    readonly type: 'RecodeRegion';
    /** For whom, and from when, the stream of the code says it was last reserved. */
    readonly reservation: { readonly region: string; readonly validFrom: CalendarDate } | null;
    /** The region that holds the code's province on that day; null where none does. */
    readonly parentRegion: RegionRegistered['data'] | null;
    readonly parentId: string | null;
  };

export type RegionCommand = RegisterRegion | ReserveRegionCode | RecodeRegion;
