import type { CalendarDate } from '@jejak/domain';

import { provinceOf } from '../province';
import { directoryAsOf } from '../region-directory/directory-as-of';
import type { RegionDirectoryDocument } from '../region-directory/region-directory';
import type { RankingDocument } from './ranking';

/** Which regions a province has: on a day, as far as it had been recorded by an instant. */
export interface ProvinceMembers {
  /** Its id, the code it was first registered under. */
  readonly id: string;
  /** Of the code it has on that day. */
  readonly directory: RegionDirectoryDocument | null;
  readonly on: CalendarDate;
  /** ISO 8601 UTC with milliseconds; absent: all. */
  readonly knownAt?: string | undefined;
}

/**
 * Provinces by whose ids the regions of a directory are kept: what is recorded about a region stands
 * under its id, which keeps the province it was first registered in.
 */
export const provincesOfRecords = ({ id, directory }: ProvinceMembers): readonly string[] => [
  ...new Set([id, ...(directory?.regions ?? []).map((region) => provinceOf(region.id))]),
];

/**
 * Whether a region, by its id, is the province's on that day: those its directory has then, and those
 * of its own ids that nobody registered or that have no code then. Who took a code of another
 * province is that one's.
 */
export function isOfProvince(members: ProvinceMembers): (region: string) => boolean {
  const { id, directory, on, knownAt } = members;
  const { province, units } = directoryAsOf(directory, { validAt: on, knownAt });
  const held = new Set([...units, ...(province ? [province] : [])].map((region) => region.id));
  const gone = new Set(
    (directory?.regions ?? []).flatMap(({ id: region, recoding }) =>
      recoding !== null &&
      recoding.on <= on &&
      (knownAt === undefined || recoding.recordedAt <= knownAt)
        ? [region]
        : [],
    ),
  );
  return (region) => held.has(region) || (provinceOf(region) === id && !gone.has(region));
}

/** What was published about the regions of a province, of the documents that hold any of it. */
export function rankingOfProvince(
  documents: readonly RankingDocument[],
  members: ProvinceMembers,
): RankingDocument | null {
  const [first] = documents;
  if (first === undefined) return null;
  const isOf = isOfProvince(members);
  const records = documents.flatMap((document) => document.records);
  return { ...first, province: members.id, records: records.filter(({ region }) => isOf(region)) };
}
