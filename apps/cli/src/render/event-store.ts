import { version } from '@jejak/config';
import { type EmbeddedEventStore } from '@jejak/embedded-event-store';

import { alignedLines } from './aligned-lines';

/** What is said of a node that has started. */
export interface NodeReport extends Pick<
  EmbeddedEventStore,
  'connectionString' | 'socketAddress' | 'found'
> {
  /** Absolute. */
  readonly dataDirectory: string;
  /** Who may call, in words. */
  readonly access: string;
  readonly pid: number;
}

/** Aligned lines for a person. */
export function nodeBlock(report: NodeReport): string {
  const { connectionString, socketAddress, dataDirectory, found, access, pid } = report;
  return alignedLines([
    ['Jejak', `${version} event store`],
    ['connection', connectionString],
    ['socket', socketAddress === connectionString ? null : socketAddress],
    ['data', dataDirectory],
    ['log', foundInWords(found)],
    ['callers', access],
    ['use it', `EVENTSTORE_URL='${connectionString}' npm start`],
    ['stop', `Ctrl-C, or: kill ${pid}`],
  ]);
}

/** The same on one line, for a program. */
export function nodeLine({ found, socketAddress, ...report }: NodeReport): string {
  return JSON.stringify({
    event: 'started',
    version,
    service: 'event-store',
    ...report,
    ...(socketAddress === null ? {} : { socketAddress }),
    events: found.events,
    position: found.position,
  });
}

function foundInWords({ events, position }: NodeReport['found']): string {
  if (position === null) return 'no event yet';
  return `${events} ${events === 1 ? 'event' : 'events'}, the last at position ${position}`;
}
