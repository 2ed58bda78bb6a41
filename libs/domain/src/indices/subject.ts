import { identifierForms } from '../values/identifier';

/** Groups of bodies that publishers give one value for, such as all provinces. */
export const indexGroups = [
  'national',
  'provinces',
  'regencies',
  'cities',
  'ministries',
  'agencies',
  'state-enterprises',
] as const;

const { regionCode } = identifierForms;

/** Whether an index can be about it: a region by its code (`36`, `36.73`) or a named group. */
export const isIndexSubject = (subject: string): boolean =>
  regionCode.test(subject) || (indexGroups as readonly string[]).includes(subject);

/** The region a subject is; null for a group. */
export const regionOfSubject = (subject: string): string | null =>
  regionCode.test(subject) ? subject : null;
