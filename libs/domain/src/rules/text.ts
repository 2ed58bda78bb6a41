import type { Refusal } from '../decider';
import type { ContextWith } from '../refusal-codes';
import type { Source } from '../values';
import { isSlug } from '../values/identifier';
import { isBlank } from '../values/name';
import { firstRefusal, refusal } from './refusal';

/** Null is an honest "unknown" and passes; a blank text pretends to say something. */
export const mustNotBeBlank = (
  context: ContextWith<'blank-text'>,
  field: string,
  text: string | null,
): Refusal | null =>
  text === null || !isBlank(text)
    ? null
    : refusal(
        `${context}.blank-text`,
        `${field} is blank`,
        `Say what ${field} is, or leave it null where nothing is known and null is allowed.`,
        field,
      );

/** Identifiers become part of stream names and addresses, hence the narrow alphabet. */
export const mustBeSlug = (
  context: ContextWith<'invalid-identifier'>,
  field: string,
  text: string | null,
): Refusal | null =>
  text === null || isSlug(text)
    ? null
    : refusal(
        `${context}.invalid-identifier`,
        `${field} "${text}" is not an identifier`,
        'Use 1 to 64 lower-case letters, digits, dots and dashes, beginning with a letter or digit.',
        field,
      );

/** A source that cannot be found again is none. */
export const mustCite = (
  context: ContextWith<'blank-text'>,
  source: Source | null,
): Refusal | null =>
  source &&
  firstRefusal(['id', 'citation'] as const, (part) =>
    mustNotBeBlank(context, `source.${part}`, source[part]),
  );
