/** The forms of a list. */
export const formats = ['json', 'csv', 'ndjson'] as const;
export type Format = (typeof formats)[number];

/** RFC 4180 and RFC 7111 for CSV; NDJSON has no registered type, this one is what its users send. */
export const mediaTypes = {
  json: 'application/json',
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
} as const satisfies Record<Format, string>;

/**
 * The form asked for: by name, else the one the Accept header prefers among those it names (RFC 9110
 * 12.5.1). JSON when it names none, so that browsers and plain clients get what they always got.
 */
export function formatOf(named: Format | undefined, accept: string | undefined): Format {
  if (named !== undefined) return named;
  const wanted = (accept ?? '').split(',').map(preference);
  const qualityOf = (format: Format): number =>
    wanted.find(({ type }) => type === mediaTypes[format])?.quality ?? 0;
  const [best] = formats.toSorted((a, b) => qualityOf(b) - qualityOf(a));
  return best === undefined || qualityOf(best) === 0 ? 'json' : best;
}

function preference(range: string): { readonly type: string; readonly quality: number } {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return { type, quality: quality === undefined ? 1 : Number(quality) || 0 };
}
