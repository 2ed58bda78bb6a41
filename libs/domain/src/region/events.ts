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

export type RegionEvent = RegionRegistered;
