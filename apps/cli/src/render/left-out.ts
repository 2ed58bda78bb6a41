import { hint } from './hint';

/** A recorded event that a reply leaves out, or may leave out (`stream`), as the query API tells it. */
export interface LeftOutReply {
  readonly kind: 'document' | 'event' | 'stream';
  readonly stream: string;
  readonly revision: string;
  readonly type: string;
  /** ISO 8601 UTC. */
  readonly since: string;
}

/** Part of every reply that events are missing from; absent when none is. */
export interface WithLeftOut {
  readonly parked?: readonly LeftOutReply[];
}

/** Events that are named; a table is not to drown in them. */
const mostNamed = 10;

/** What a reader must know of a reply that events are missing from; nothing when none is. */
export function leftOutLines({ parked = [] }: WithLeftOut, url: string): string[] {
  if (parked.length === 0) return [];
  const count = parked.length === 1 ? '1 recorded event' : `${parked.length} recorded events`;
  const more = parked.length - mostNamed;
  return [
    `  Incomplete: ${count} could not be processed yet. An operator has been told.`,
    ...parked.slice(0, mostNamed).map(leftOutLine),
    ...(more > 0 ? [`    and ${more} more`] : []),
    `  What waits behind them, for maintainers:  ${hint(url, 'parked', 'list')}`,
  ];
}

function leftOutLine({ kind, stream, revision, type, since }: LeftOutReply): string {
  const event = `    ${type}, revision ${revision} of ${stream}, since ${since}`;
  return kind === 'stream' ? `${event}; all of ${stream} after it may be missing too` : event;
}
