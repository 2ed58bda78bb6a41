import type { RegionLevel } from '@jejak/domain/region/events';

/** Code of the province a region belongs to: its first two digits. A province's own code is its own. */
export const provinceOf = (region: string): string => region.slice(0, 2);

/** True for `36`, false for `36.73`. */
export const isProvince = (region: string): boolean => !region.includes('.');

/**
 * Level as the code itself tells it: regencies are numbered 01 to 69 and cities 71 to 99 below their
 * province (Ministry of Home Affairs codes). For regions that were never registered.
 */
export function levelOfCode(region: string): RegionLevel {
  if (isProvince(region)) return 'province';
  return Number(region.slice(3, 5)) >= 71 ? 'city' : 'regency';
}
