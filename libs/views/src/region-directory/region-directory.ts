import type { CalendarDate } from '@jejak/domain';
import type { RegionLevel } from '@jejak/domain/region/events';

import { provinceOf } from '../province';
import type { FoldedView } from '../view';

export interface DirectoryRegion {
  readonly code: string;
  readonly name: string;
  readonly level: RegionLevel;
  /** First day the code is valid; null where no source gives it. */
  readonly validFrom: CalendarDate | null;
  /** First day the code is no longer valid; null while it is open or unknown. */
  readonly validUntil: CalendarDate | null;
  /** Instant the registration was recorded. */
  readonly recordedAt: string;
}

/** A province with its regencies and cities, by code. */
export interface RegionDirectoryDocument {
  readonly province: string;
  /** The province itself included, once it is registered. */
  readonly regions: readonly DirectoryRegion[];
}

/** One document per province code. */
export const regionDirectory: FoldedView<RegionDirectoryDocument> = {
  name: 'region-directory',
  version: 1,
  eventTypes: ['RegionRegistered'],
  documentsOf: ({ event }) =>
    event.type === 'RegionRegistered' ? [provinceOf(event.data.code)] : [],
  apply(document, { event, metadata }, province) {
    if (event.type !== 'RegionRegistered') return document;
    const { code, name, level, validFrom, validUntil } = event.data;
    const region = { code, name, level, validFrom, validUntil, recordedAt: metadata.recordedAt };
    const regions = [...(document?.regions ?? []), region];
    return { province, regions: regions.sort((a, b) => (a.code < b.code ? -1 : 1)) };
  },
  indexes: [],
};
