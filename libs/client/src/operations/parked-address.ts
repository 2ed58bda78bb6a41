import type { ParkedKindReply } from './replies';

/** What names a parked event: keys are any text, slashes and dots among it. */
export interface ParkedName {
  readonly view: string;
  readonly kind: ParkedKindReply;
  readonly key: string;
}

export const projectionPath = (view: string): string =>
  `/v1/projections/${encodeURIComponent(view)}`;

/**
 * Throws RangeError for the keys `.` and `..`: in an address they mean a folder, encoded or not. No
 * view makes them.
 */
export function parkedPath({ view, kind, key }: ParkedName): string {
  if (/^\.{1,2}$/.test(key)) throw new RangeError('A key of dots alone has no address');
  return `${projectionPath(view)}/parked/${kind}/${encodeURIComponent(key)}`;
}
