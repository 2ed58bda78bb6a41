import { identifierForms } from '@jejak/domain/values/identifier';
import type { ValidationOptions } from 'class-validator';

/** Arguments of `@Matches` for the identifiers that several contexts ask for. */
type Rule = readonly [pattern: RegExp, options: ValidationOptions];

const rule = (pattern: RegExp, kind: string): Rule => [
  pattern,
  { message: `$property must be ${kind}` },
];

export const aRegion = rule(identifierForms.regionCode, 'a region code such as 36 or 36.73');
export const aProvince = rule(/^\d{2}$/, 'the two-digit code of a province, such as 36');
export const aYear = rule(/^\d{4}$/, 'a year such as 2019');
export const anInstrument = rule(
  /^[A-Za-z][A-Za-z0-9-]{1,15}$/,
  'the short name of an instrument, such as MCP',
);
export const aRevision = rule(/^(0|[1-9]\d{0,17})$/, 'a whole number, from 0');
/** Names a caller chose, such as source ids, actors and streams: any text, but not without end. */
export const aName = rule(/^[^\p{Cc}]{1,200}$/u, 'a text of 1 to 200 characters');
