import { problem } from '@jejak/http';

/** Throws `request.unknown-field` when a route that takes no query parameters was given some. */
export function refuseQuery(query: unknown): void {
  const names = Object.keys(query ?? {});
  if (names.length === 0) return;
  throw problem('request.unknown-field', {
    detail: `Not known here: ${names.slice(0, 3).join(', ')}. This address takes no query.`,
    errors: names.slice(0, 50).map((field) => ({ field, message: 'not known here', allowed: [] })),
    ...(names.length === 1 && names[0] ? { field: names[0] } : {}),
  });
}
