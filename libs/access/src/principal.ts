/**
 * Operators record, verifiers approve what others recorded, evaluators judge for the nation (Tim
 * Penilai Nasional: ministry, Ombudsman, KPK), auditors read and never write. Custodians decide on
 * requests for erasure and destroy keys, and do nothing else. Maintainers keep the service running and change no fact about a region.
 */
export const ROLES = [
  'operator',
  'verifier',
  'evaluator',
  'auditor',
  'custodian',
  'maintainer',
] as const;
export type Role = (typeof ROLES)[number];

/** Every region. */
export const EVERYWHERE = '*';

/** Kemendagri code: province, regency or city, district, village (`36`, `36.73`, `36.73.01`, ...). */
const REGION_CODE = /^\d{2}(?:\.\d{2}(?:\.\d{2}(?:\.\d{4})?)?)?$/;

/** Who is asking, as the token says; never as the request body says. */
export interface Principal {
  readonly kind: 'person' | 'system';
  /** Subject of the token; two tokens of one person share it. */
  readonly id: string;
  readonly roles: readonly Role[];
  /**
   * Ids of regions, each standing for itself and every id below it, or `*`. An id is the code a region
   * was first registered under, and stays the same when the region gets another.
   */
  readonly regions: readonly string[];
}

export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}

export function isRegionCode(value: string): boolean {
  return REGION_CODE.test(value);
}

/**
 * Whether a jurisdiction (an id or `*`) reaches the region with an id: `36` covers `36.73`, `3` covers
 * nothing. Only ids are compared. A region that moved from province 92 to 96 and kept its id `92.71`
 * is covered by `92.71` and `92`, not by `96.71` or `96`; who gets the code 92.71 after it has an id
 * of its own, which `92.71` does not cover. Codes in force are not followed, because a text that is
 * one region's id and another's code would give rights over both.
 */
export function covers(jurisdiction: string, region: string): boolean {
  if (!isRegionCode(region)) return false;
  if (jurisdiction === EVERYWHERE || jurisdiction === region) return true;
  return isRegionCode(jurisdiction) && region.startsWith(`${jurisdiction}.`);
}
