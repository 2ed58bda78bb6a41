import type {
  BuildReply,
  FailureReply,
  GenerationReply,
  ParkedReply,
  ViewReply,
} from '@jejak/client';
import type { Position } from '@jejak/domain';
import { formatPosition } from '@jejak/event-store';
import type {
  BuildStatus,
  Difference,
  Generation,
  ParkedEntry,
  ViewFailure,
  ViewStatus,
} from '@jejak/projection';

/** Statuses as plain JSON: 64 bits travel as text, because a JSON number is exact to 2^53 only. */

const textOf = (position: Position | null): string | null => position && formatPosition(position);

export const generationReply = ({ name, version, build }: Generation): GenerationReply => ({
  view: name,
  version,
  build,
});

function failureReply({ message, detail, since, event }: ViewFailure): FailureReply {
  if (event === null) return { message, detail, since, event };
  const { stream, revision, position, type } = event;
  const place = { revision: revision.toString(), position: formatPosition(position) };
  return { message, detail, since, event: { stream, ...place, type } };
}

const differenceReply = ({ position, examples, ...counts }: Difference) => ({
  ...counts,
  position: textOf(position),
  examples: examples.map(({ id, kind, fields }) => ({ id, kind, fields })),
});

export const buildReply = (status: BuildStatus): BuildReply => ({
  ...generationReply(status),
  purpose: status.purpose,
  state: status.state,
  events: status.events,
  totalEvents: status.totalEvents,
  eventsPerSecond: status.eventsPerSecond,
  secondsLeft: status.secondsLeft,
  position: textOf(status.position),
  throttle: status.throttle,
  requestedAt: status.requestedAt,
  difference: status.difference && differenceReply(status.difference),
  error: status.error && failureReply(status.error),
});

export interface ViewSurroundings {
  readonly parked: number;
  readonly next: BuildStatus | null;
}

export const viewReply = (status: ViewStatus, { parked, next }: ViewSurroundings): ViewReply => ({
  view: status.name,
  version: status.version,
  build: status.build,
  state: status.state,
  position: textOf(status.position),
  events: status.events,
  caughtUp: status.caughtUp,
  lagSeconds: status.lagSeconds,
  lagEvents: status.lagEvents,
  eventsPerSecond: status.eventsPerSecond,
  writer: status.writer,
  error: status.error && failureReply(status.error),
  parked,
  next: next && buildReply(next),
});

export const parkedReply = (entry: ParkedEntry, waiting: number | null): ParkedReply => ({
  ...generationReply(entry.generation),
  kind: entry.kind,
  key: entry.key,
  event: {
    id: entry.event.id,
    stream: entry.event.stream,
    revision: entry.event.revision.toString(),
    position: formatPosition(entry.event.position),
    type: entry.event.type,
  },
  holdsUp: entry.holdsUp,
  error: entry.error,
  attempts: entry.attempts,
  firstFailedAt: entry.firstFailedAt,
  lastFailedAt: entry.lastFailedAt,
  waiting,
});
