import type { CalendarDate } from '@jejak/domain';

import { isProvince } from '../province';
import type { DirectoryRegion, RegionDirectoryDocument } from './region-directory';

export interface DirectoryMoment {
  /** Day the regions must be valid on; a validity that no source gives does not exclude. */
  readonly validAt?: CalendarDate;
  /** Instant, ISO 8601 UTC with milliseconds: only what had been recorded by then. */
  readonly knownAt?: string;
}

export interface DirectoryAsOf {
  readonly province: DirectoryRegion | null;
  /** Regencies and cities, by code. */
  readonly units: readonly DirectoryRegion[];
}

/** The registered regions of a province at a moment of both time axes. */
export function directoryAsOf(
  directory: RegionDirectoryDocument | null,
  { validAt, knownAt }: DirectoryMoment = {},
): DirectoryAsOf {
  const regions = (directory?.regions ?? []).filter(
    (region) =>
      (knownAt === undefined || region.recordedAt <= knownAt) &&
      (validAt === undefined || isValidOn(region, validAt)),
  );
  return {
    province: regions.find(({ code }) => isProvince(code)) ?? null,
    units: regions.filter(({ code }) => !isProvince(code)),
  };
}

const isValidOn = (region: DirectoryRegion, day: CalendarDate): boolean =>
  (region.validFrom === null || region.validFrom <= day) &&
  (region.validUntil === null || day < region.validUntil);
