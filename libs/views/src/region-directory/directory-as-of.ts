import type { CalendarDate } from '@jejak/domain';

import { isProvince } from '../province';
import type { DirectoryEntry, DirectoryRegion, RegionDirectoryDocument } from './region-directory';

export interface DirectoryMoment {
  /** Day the regions must be valid on; a validity that no source gives does not exclude. */
  readonly validAt?: CalendarDate | undefined;
  /** Instant, ISO 8601 UTC with milliseconds: only what had been recorded by then. */
  readonly knownAt?: string | undefined;
}

export interface DirectoryAsOf {
  readonly province: DirectoryRegion | null;
  /** Regencies and cities, by code. */
  readonly units: readonly DirectoryRegion[];
}

/** The registered regions of a province at a moment of both time axes, each under its code then. */
export function directoryAsOf(
  directory: RegionDirectoryDocument | null,
  { validAt, knownAt }: DirectoryMoment = {},
): DirectoryAsOf {
  const regions = (directory?.regions ?? [])
    .filter(({ recordedAt }) => knownAt === undefined || recordedAt <= knownAt)
    .flatMap((entry) => asKnown(entry, validAt, knownAt));
  return {
    province: regions.find(({ code }) => isProvince(code)) ?? null,
    units: regions.filter(({ code }) => !isProvince(code)),
  };
}

/** None where the region has another code by then: with no day asked, its last one stands. */
function asKnown(
  { recoding, ...region }: DirectoryEntry,
  validAt: CalendarDate | undefined,
  knownAt: string | undefined,
): readonly DirectoryRegion[] {
  const change =
    knownAt === undefined || (recoding && recoding.recordedAt <= knownAt) ? recoding : null;
  const known = { ...region, validUntil: region.validUntil ?? change?.on ?? null };
  const holds = validAt === undefined ? change === null : isValidOn(known, validAt);
  return holds ? [known] : [];
}

const isValidOn = (region: DirectoryRegion, day: CalendarDate): boolean =>
  (region.validFrom === null || region.validFrom <= day) &&
  (region.validUntil === null || day < region.validUntil);
