import type { DomainEvent } from '../decider';
import type { CalendarDate, Source } from '../values';

/**
 * Office (organisasi perangkat daerah, OPD), district (kecamatan), urban village (kelurahan), village
 * (desa), customary village (desa adat), service area (kawasan: units of several agencies that serve
 * the public in one place).
 */
export type UnitKind =
  'office' | 'district' | 'urban-village' | 'village' | 'customary-village' | 'service-area';

/** Which unit of which region. */
export interface UnitKey {
  /** Id of the region. */
  readonly region: string;
  /** Identifier within the region, for ever: it outlives every name and code. */
  readonly unit: string;
}

/** What every later change of a unit says: from which day, why, and where that was read. */
export interface UnitChange {
  /** First day the change applies. */
  readonly validFrom: CalendarDate;
  readonly legalBasis: string;
  readonly source: Source | null;
}

export type UnitRegistered = DomainEvent<
  'UnitRegistered',
  UnitKey & {
    readonly kind: UnitKind;
    readonly name: string;
    /** Ministry code of a district (`36.04.01`) or village (`36.04.01.2001`); null for other kinds. */
    readonly code: string | null;
    /** The district of a village, the office an office belongs to; null for none. */
    readonly parent: string | null;
    /** First day it exists; null where no source gives it. */
    readonly validFrom: CalendarDate | null;
    readonly source: Source | null;
  }
>;

export type UnitRenamed = DomainEvent<
  'UnitRenamed',
  UnitKey & UnitChange & { readonly name: string; readonly previous: string }
>;

export type UnitRecoded = DomainEvent<
  'UnitRecoded',
  UnitKey & UnitChange & { readonly code: string; readonly previous: string | null }
>;

/** Several units end and go on as one; from `validFrom` on they are `into`. */
export type UnitsMerged = DomainEvent<
  'UnitsMerged',
  UnitChange & {
    readonly region: string;
    readonly units: readonly string[];
    readonly into: string;
  }
>;

/** From `validFrom` on the unit is no more. */
export type UnitClosed = DomainEvent<'UnitClosed', UnitKey & UnitChange>;

export type UnitEvent = UnitRegistered | UnitRenamed | UnitRecoded | UnitsMerged | UnitClosed;
