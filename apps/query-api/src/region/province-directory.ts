import type { CalendarDate } from '@jejak/domain';
import { heldOn, regionCodes, regionDirectory, type RegionDirectoryDocument } from '@jejak/views';
import { Injectable } from '@nestjs/common';

import { RegionIds } from '../reading/region-ids';
import type { ViewReading } from '../reading/view-reading';

/** What `ProvinceDirectories.of` reads. */
export const directoryViews = [regionDirectory, regionCodes] as const;

export interface ProvinceMoment {
  /** Day on which the name means the province; today in Jakarta unless told. */
  readonly namedOn?: CalendarDate | undefined;
  /** Day whose code it stands under; its last code unless told. */
  readonly standsOn?: CalendarDate | undefined;
  /** Instant, ISO 8601 UTC with milliseconds: only codes that had been recorded by then. */
  readonly knownAt?: string | undefined;
}

export interface FoundProvince {
  readonly id: string;
  /** The code it has on that day; its id where nobody registered it. */
  readonly code: string;
  readonly directory: RegionDirectoryDocument | null;
}

/** Directories are kept by the code that regions lie in, which a province may change. */
@Injectable()
export class ProvinceDirectories {
  constructor(private readonly regions: RegionIds) {}

  /** The province that is named by id or code, and the directory of it on a day. */
  async of(
    name: string,
    { namedOn, standsOn, knownAt }: ProvinceMoment,
    reading: ViewReading,
  ): Promise<FoundProvince> {
    const id = await this.regions.idOf(name, reading, namedOn);
    const codes = (await reading.document(regionCodes, id))?.codes ?? [];
    const known = codes.filter(({ recordedAt }) => knownAt === undefined || recordedAt <= knownAt);
    const held = standsOn === undefined ? undefined : heldOn(known, standsOn);
    const code = (held ?? known.at(-1))?.code ?? id;
    return { id, code, directory: await reading.document(regionDirectory, code) };
  }
}
