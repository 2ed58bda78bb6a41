/**
 * Whether somebody answers for more than a region: for its province, or for every region (`*`). Who
 * does not is part of the region and cannot judge it.
 */
export const reachesBeyond = (jurisdiction: readonly string[], region: string): boolean =>
  jurisdiction.some((code) => code === '*' || region.startsWith(`${code}.`));
