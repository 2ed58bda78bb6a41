import {
  type ParkedReply,
  type RetryReply,
  type StoredEventReply,
  mostWaitingCounted,
} from '@jejak/client';

import { type Skipped } from '../operations/parked';
import { counted } from './counted';
import { hint } from './hint';
import { storedLines } from './stored-event';
import { table } from './table';

export const parkedTable = (entries: readonly ParkedReply[]): string =>
  table(
    ['view', 'kind', 'key', 'event', 'stream', 'rev', 'attempts', 'waiting', 'since'],
    entries.map((entry) => [
      entry.holdsUp === 'live' ? entry.view : `${entry.view}, build ${entry.build}`,
      entry.kind,
      entry.key,
      entry.event.type,
      entry.event.stream,
      entry.event.revision,
      String(entry.attempts),
      waitingCount(entry),
      entry.firstFailedAt,
    ]),
  );

/** Of a stream they are counted no further than that. */
function waitingCount({ kind, waiting }: ParkedReply): string {
  if (waiting === null) return 'unknown';
  return kind === 'stream' && waiting >= mostWaitingCounted ? '1,000 or more' : String(waiting);
}

function waitingText(entry: ParkedReply): string {
  const { kind, waiting, holdsUp, event } = entry;
  if (holdsUp === 'build') return 'everything after it, in the build alone';
  if (waiting === null) return 'unknown: the event store has not told in time';
  const events = `${waitingCount(entry)} ${waiting === 1 ? 'event' : 'events'}`;
  return kind === 'stream' ? `${events} of ${event.stream} behind it` : `${events} behind it`;
}

const named = ({ view, kind, key }: ParkedReply): string => `${kind} ${key} of ${view}`;

/** What goes on after it: where rows are added, nothing waits behind the event. */
const goingOn = (entry: ParkedReply): string =>
  entry.kind === 'event' ? `the view ${entry.view}` : named(entry);

const eventText = ({ event }: ParkedReply): string =>
  `${event.type}, revision ${event.revision} of ${event.stream}`;

/** Everything known about one parked event, and what can be done; `stored` is null when not known. */
export function parkedLines(
  entry: ParkedReply,
  stored: StoredEventReply | null,
  url: string,
): string[] {
  const { version, build, event, error, attempts } = entry;
  return [
    `  ${named(entry)}, version ${version}, build ${build}`,
    ...(entry.holdsUp === 'live'
      ? []
      : ['  The build has stopped here; it is not parked, and the live view is not touched.']),
    '',
    `  event      ${eventText(entry)}`,
    `  position   ${event.position}`,
    `  event id   ${event.id}`,
    `  error      ${error}`,
    `  attempts   ${attempts}, first ${entry.firstFailedAt}, last ${entry.lastFailedAt}`,
    `  waiting    ${waitingText(entry)}`,
    ...(stored === null ? [] : storedLines(stored)),
    '',
    ...adviceLines(entry, stored, url),
  ];
}

/** Commands that can work: nothing replays or retries an event that this release cannot read. */
function adviceLines(entry: ParkedReply, stored: StoredEventReply | null, url: string): string[] {
  const { view, kind, key, holdsUp } = entry;
  const { stream, revision } = entry.event;
  // A document waits for an event that was read and could not be folded.
  const isReadable = stored === null ? kind === 'document' : stored.unreadable === null;
  const before = BigInt(revision) - 1n;
  const reading = isReadable
    ? [`  Read it:       ${hint(url, 'replay', stream, '--at-revision', revision)}`]
    : before < 0n
      ? []
      : [`  Read up to it: ${hint(url, 'replay', stream, '--at-revision', before.toString())}`];
  const trying = `  Try it again:  ${hint(url, 'parked', 'retry', view, key)}`;
  const givingUp = `  Give it up:    ${hint(url, 'rebuild', view, '--cancel')}`;
  return [
    ...reading,
    ...(holdsUp === 'build' ? [givingUp] : isReadable || stored === null ? [trying] : []),
    `  Leave it out:  ${hint(url, 'parked', 'skip', view, key)} --reason '...'`,
    ...(isReadable || stored === null
      ? []
      : ['  A release that can read it takes it up when it starts; this one never will.']),
  ];
}

export function retryLines(asked: ParkedReply, { released, parked }: RetryReply): string[] {
  if (released || parked === null) return [`  Released: ${goingOn(asked)} goes on.`];
  if (parked.event.id !== asked.event.id) {
    return [
      `  ${eventText(asked)} is passed; the ${named(asked)} is now parked at the next:`,
      `  ${eventText(parked)}`,
      `  ${parked.error}`,
    ];
  }
  return [
    `  Still parked after ${counted(parked.attempts, 'attempt')}: ${named(parked)}`,
    `  ${eventText(parked)}`,
    `  ${parked.error}`,
  ];
}

/** What was decided, and what became of it. */
export function skipLines(skipped: Skipped, url: string): string[] {
  const { parked, decision, outcome, now, build } = skipped;
  return [
    decision.position === null
      ? `  It was decided before to leave this event out; the reason given then stands.`
      : `  ${decision.repeated ? 'Recorded before' : 'Recorded'} at position ${decision.position}: ${goingOn(parked)} goes on without`,
    `  ${eventText(parked)}.`,
    ...becameOf(),
  ];

  function becameOf(): string[] {
    switch (outcome) {
      case 'released':
        return ['  Released: nothing is parked there any more.'];
      case 'next-parked':
        return now === null
          ? []
          : [`  It is now parked at the next event: ${eventText(now)}`, `  ${now.error}`];
      case 'rebuilding':
        return [
          `  The view is built again without it (build ${build?.build ?? '?'}) and then switched to by itself.`,
          `  Follow it:  ${hint(url, 'rebuild', parked.view)}`,
        ];
      case 'still-parked':
        return [
          '  The projector has not acted upon it within 10 s; it will when it reads the decision.',
          `  Look again:  ${hint(url, 'parked', 'show', parked.view, parked.key)}`,
        ];
    }
  }
}
