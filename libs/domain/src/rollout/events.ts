import type { DomainEvent } from '../decider';
import type { Source } from '../values';
import type { PartialDate } from '../values/partial-date';

/** Which system of which region. */
export interface RolloutKey {
  /** Id of the region. */
  readonly region: string;
  /** Identifier of the system within the region. */
  readonly system: string;
}

/** Another spelling of a name, and who spells it so. */
export interface Alias {
  readonly name: string;
  readonly source: Source;
}

/** Village (desa, kelurahan), district (kecamatan), the region itself (kabupaten, kota, provinsi). */
export type RolloutLevel = 'village' | 'district' | 'region';

/** What was claimed to have happened: the system was built, or ran. */
export type StartKind = 'built' | 'running';

export type RolloutPlanned = DomainEvent<
  'RolloutPlanned',
  RolloutKey & {
    readonly name: string;
    readonly aliases: readonly Alias[];
    /** What it consists of, such as `e-planning`, `e-musrenbang`, `e-budgeting`, `online-licensing`. */
    readonly modules: readonly string[];
    /** Who builds it with the region; null where no source names one. */
    readonly partner: string | null;
    /** Who asked for it. */
    readonly promotedBy: string | null;
    readonly announcedOn: PartialDate | null;
    readonly source: Source;
  }
>;

export type RolloutModulesAdded = DomainEvent<
  'RolloutModulesAdded',
  RolloutKey & { readonly modules: readonly string[]; readonly source: Source }
>;

export type RolloutDelegated = DomainEvent<
  'RolloutDelegated',
  RolloutKey & {
    /** The office as the source calls it. */
    readonly office: string;
    /** Identifier of that office among the region's units; null where it is not registered. */
    readonly unit: string | null;
    readonly on: PartialDate | null;
    readonly source: Source;
  }
>;

/** The region takes over what another region runs. */
export type RolloutAdopted = DomainEvent<
  'RolloutAdopted',
  RolloutKey & {
    readonly from: { readonly region: string; readonly name: string };
    /** The other system's name as sources spell it. */
    readonly aliases: readonly Alias[];
    readonly on: PartialDate | null;
    readonly source: Source;
  }
>;

/** A source says when the system was built or ran; sources that disagree stand side by side. */
export type RolloutStartRecorded = DomainEvent<
  'RolloutStartRecorded',
  RolloutKey & { readonly kind: StartKind; readonly on: PartialDate; readonly source: Source }
>;

export type RolloutWentLive = DomainEvent<
  'RolloutWentLive',
  RolloutKey & {
    /** Null where the source does not tell the modules apart. */
    readonly module: string | null;
    readonly level: RolloutLevel;
    /** Null where the source says that it runs, and not since when. */
    readonly since: PartialDate | null;
    readonly source: Source;
  }
>;

export type RolloutRetired = DomainEvent<
  'RolloutRetired',
  RolloutKey & {
    /** Null: the whole system, for good. */
    readonly module: string | null;
    readonly on: PartialDate | null;
    readonly reason: string;
    readonly source: Source;
  }
>;

export type RolloutEvent =
  | RolloutPlanned
  | RolloutModulesAdded
  | RolloutDelegated
  | RolloutAdopted
  | RolloutStartRecorded
  | RolloutWentLive
  | RolloutRetired;
