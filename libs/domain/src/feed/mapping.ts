import { canonicalDecimal } from '../values/decimal';
import { isCalendarDate } from '../values/calendar-date';

/** What a value must be; texts and numbers come out as text, because facts hold no floats. */
export type FieldForm = 'text' | 'day' | 'integer' | 'decimal';

/** Where one field of the result comes from: a place in the event (RFC 6901), or a value given here. */
export interface MappedField {
  readonly name: string;
  readonly from: string | null;
  readonly value: string | null;
  readonly as: FieldForm;
  /** Left out of the result where the event does not have it. */
  readonly optional: boolean;
}

/**
 * How an event becomes something recorded, as data: `fact`, a fact of its own in the feed; `milestone`,
 * the report that a plan's milestone was met, with the event as its evidence; `evidence`, a document
 * handed in for a sub-indicator of a scorecard, which is the event itself.
 */
export interface FeedMapping {
  readonly target: 'fact' | 'milestone' | 'evidence';
  readonly fields: readonly MappedField[];
}

export interface MappedValue {
  readonly name: string;
  readonly value: string;
}

export type Mapped =
  | { readonly kind: 'fits'; readonly values: readonly MappedValue[] }
  | { readonly kind: 'unfit'; readonly fault: string };

/** What a mapping makes of an event: in the order of its fields, or the first fault. */
export function mappedFrom({ fields }: FeedMapping, event: object): Mapped {
  const values: MappedValue[] = [];
  for (const { name, from, value: given, as, optional } of fields) {
    const found: unknown = from === null ? given : at(event, from);
    if (found === undefined || found === null) {
      if (optional) continue;
      return { kind: 'unfit', fault: `${name}: the event has nothing at ${from ?? 'its value'}` };
    }
    const value = inForm(found, as);
    if (value === null) {
      return { kind: 'unfit', fault: `${name}: what stands at ${from ?? 'its value'} is no ${as}` };
    }
    values.push({ name, value });
  }
  return { kind: 'fits', values };
}

/** The value a JSON pointer names; undefined where there is none. Own keys only. */
export function at(document: object, pointer: string): unknown {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return keys.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as Readonly<Record<string, unknown>>)[key];
  }, document);
}

/** Characters of one value. */
const longest = 500;
const instant = /^(\d{4}-\d{2}-\d{2})T/;

function inForm(value: unknown, as: FieldForm): string | null {
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  if (typeof text !== 'string' || text.length > longest || text.trim() === '') return null;
  switch (as) {
    case 'text':
      return text;
    case 'day': {
      // Of an instant, the day where its clock stands.
      const day = instant.exec(text)?.[1] ?? text;
      return isCalendarDate(day) ? day : null;
    }
    case 'integer':
      return /^-?\d{1,15}$/.test(text) ? String(Number(text)) : null;
    case 'decimal':
      return canonicalDecimal(text);
  }
}
