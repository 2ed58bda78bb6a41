import type { Position } from '@jejak/domain';
import { formatPosition } from '@jejak/event-store';

/** Weak: the same revision may be written in several ways, gzip or field order among them. */
export function entityTagOf(revision: bigint): string {
  return `W/"${revision}"`;
}

/** Whether `If-None-Match` already names this tag (weak comparison, RFC 9110 13.1.2). */
export function isNotModified(ifNoneMatch: string | undefined, entityTag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
  return ifNoneMatch
    .split(',')
    .some((tag) => tag.trim() === '*' || opaque(tag) === opaque(entityTag));
}

/** What a reply says about where its content stands. */
export function replyHeaders(at: {
  readonly revision?: bigint;
  readonly position: Position;
}): Record<string, string> {
  return {
    ...(at.revision === undefined ? {} : { ETag: entityTagOf(at.revision) }),
    'Jejak-Position': formatPosition(at.position),
  };
}
