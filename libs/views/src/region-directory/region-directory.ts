import type { CalendarDate, JejakEvent } from '@jejak/domain';
import type { RegionLevel } from '@jejak/domain/region/events';

import { provinceOf } from '../province';
import type { FoldedView } from '../view';

export interface DirectoryRegion {
  /** The code it was first registered under: everything recorded about the region refers to it. */
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: RegionLevel;
  /** First day the code is valid; null where no source gives it. */
  readonly validFrom: CalendarDate | null;
  /** First day the code is no longer valid; null while it is open or unknown. */
  readonly validUntil: CalendarDate | null;
  /** Instant the code was recorded. */
  readonly recordedAt: string;
}

/** A code of a region, and when it became known that the region has another from `validUntil` on. */
export interface DirectoryEntry extends DirectoryRegion {
  readonly recoding: { readonly on: CalendarDate; readonly recordedAt: string } | null;
}

/** A province with its regencies and cities, by code. */
export interface RegionDirectoryDocument {
  readonly province: string;
  /** The province itself included, once it is registered; a region once for each code it had. */
  readonly regions: readonly DirectoryEntry[];
}

const provincesOf = (event: JejakEvent): readonly string[] => {
  if (event.type === 'RegionRegistered') return [provinceOf(event.data.code)];
  if (event.type !== 'RegionRecoded') return [];
  return [...new Set([provinceOf(event.data.previous), provinceOf(event.data.code)])];
};

const withEntry = (
  regions: readonly DirectoryEntry[],
  entry: DirectoryEntry,
): readonly DirectoryEntry[] => [...regions, entry].sort((a, b) => (a.code < b.code ? -1 : 1));

/** One document per two-digit beginning of codes. */
export const regionDirectory: FoldedView<RegionDirectoryDocument> = {
  name: 'region-directory',
  version: 2,
  eventTypes: ['RegionRegistered', 'RegionRecoded'],
  documentsOf: ({ event }) => provincesOf(event),
  apply(document, { event, metadata: { recordedAt } }, province) {
    const before = document?.regions ?? [];
    if (event.type === 'RegionRegistered') {
      const { code, name, level, validFrom, validUntil } = event.data;
      const region = { id: code, code, name, level, validFrom, validUntil };
      return { province, regions: withEntry(before, { ...region, recordedAt, recoding: null }) };
    }
    if (event.type !== 'RegionRecoded') return document;
    const { region: id, code, name, level, validFrom } = event.data;
    const recoding = { on: validFrom, recordedAt };
    const regions = before.map((one) =>
      one.id === id && one.recoding === null ? { ...one, recoding } : one,
    );
    if (provinceOf(code) !== province) return { province, regions };
    const entry = {
      id,
      code,
      name,
      level,
      validFrom,
      validUntil: null,
      recordedAt,
      recoding: null,
    };
    return { province, regions: withEntry(regions, entry) };
  },
  indexes: [],
};
