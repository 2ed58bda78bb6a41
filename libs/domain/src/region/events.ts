import type { DomainEvent } from '../decider';
import type { CalendarDate, Source } from '../values';

/** Province (provinsi), regency (kabupaten), city (kota). */
export type RegionLevel = 'province' | 'regency' | 'city';

/** How many districts (kecamatan), urban villages (kelurahan) and villages (desa) it has. */
export interface Subdivisions {
  readonly districts: number;
  readonly urbanVillages: number;
  readonly villages: number;
}

export type RegionRegistered = DomainEvent<
  'RegionRegistered',
  {
    /** Ministry of Home Affairs code: `36` for a province, `36.73` below it. */
    readonly code: string;
    readonly name: string;
    readonly level: RegionLevel;
    /** Code of the province; null for a province itself. */
    readonly parent: string | null;
    /** First day the code is valid; null where no source gives it. */
    readonly validFrom: CalendarDate | null;
    /** First day the code is no longer valid; null while it is open or unknown. */
    readonly validUntil: CalendarDate | null;
    readonly subdivisions: Subdivisions | null;
    readonly source: Source | null;
  }
>;

/**
 * Stands in the stream of the code, beside the registration of the region that was first registered
 * under it, if one was.
 */
export type RegionCodeReserved = DomainEvent<
  'RegionCodeReserved',
  {
    readonly code: string;
    /** Id of the region that is to get the code. */
    readonly region: string;
    readonly validFrom: CalendarDate;
    readonly source: Source | null;
  }
>;

/** The region goes on as it was, under another code. */
export type RegionRecoded = DomainEvent<
  'RegionRecoded',
  {
    /** The region's id: the code it was first registered under. */
    readonly region: string;
    readonly code: string;
    /** First day of the new code; the day before is the last of the previous one. */
    readonly validFrom: CalendarDate;
    readonly previous: string;
    readonly name: string;
    readonly level: RegionLevel;
    /** Id of the province the new code lies in; null for a province. */
    readonly parent: string | null;
    readonly legalBasis: string;
    readonly source: Source | null;
  }
>;

export type RegionEvent = RegionRegistered | RegionCodeReserved | RegionRecoded;
