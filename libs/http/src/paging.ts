import { problem } from './problem';

/** One value of a cursor; bigints travel as text. */
export type CursorPart = string | number | boolean | null;

/** An opaque place in a list: base64url of a JSON array. Clients pass it back unchanged. */
export function encodeCursor(parts: readonly CursorPart[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/**
 * Reads a cursor back. Throws `request.invalid` unless it is, to the character, what
 * `encodeCursor` writes for `length` parts. What the parts say is for the caller to check.
 */
export function decodeCursor(cursor: unknown, length: number): CursorPart[] {
  const parts = typeof cursor === 'string' ? jsonOf(cursor) : undefined;
  if (
    Array.isArray(parts) &&
    parts.length === length &&
    parts.every(isCursorPart) &&
    encodeCursor(parts) === cursor
  ) {
    return parts;
  }
  throw problem('request.invalid', {
    field: 'cursor',
    detail: 'The cursor is none that was given out here.',
    fix: 'Pass on the cursor of the page before unchanged, or leave it out to start over.',
  });
}

/** Items per page asked for as `limit`; throws `request.invalid` unless within 1 and `max`. */
export function limitOf(
  query: { readonly limit?: unknown },
  bounds: { readonly default: number; readonly max: number } = { default: 50, max: 500 },
): number {
  const { limit } = query;
  if (limit === undefined) return bounds.default;
  const text = typeof limit === 'number' ? String(limit) : limit;
  const asked = typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : Infinity;
  if (asked <= bounds.max) return asked;
  throw problem('request.invalid', {
    field: 'limit',
    detail: `limit is not a whole number from 1 to ${bounds.max}.`,
    fix: `Ask for at most ${bounds.max} at once and follow the cursor for more.`,
  });
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isCursorPart(part: unknown): part is CursorPart {
  return part === null || ['string', 'number', 'boolean'].includes(typeof part);
}
