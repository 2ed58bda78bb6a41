import type { CommandContext } from '../command-context';
import type { RegionRegistered } from './events';

/** Registers a region under its code of the Ministry of Home Affairs. */
export type RegisterRegion = CommandContext &
  RegionRegistered['data'] & {
    readonly type: 'RegisterRegion';
    /** What the stream of `parent` says, or null where that code is not registered. */
    readonly parentRegion: RegionRegistered['data'] | null;
  };

export type RegionCommand = RegisterRegion;
