import { formatPosition } from '@jejak/event-store';
import { type Position } from '@jejak/domain';
import { type ProjectionRuntime, type ViewStatus } from '@jejak/projection';

import { type ReadinessLimits, judged } from './judgement';

export interface ViewHealth {
  readonly view: string;
  readonly version: number;
  readonly build: number;
  readonly state: ViewStatus['state'];
  /** `<commit>/<prepare>`; null before the first event. */
  readonly position: string | null;
  readonly events: number;
  readonly caughtUp: boolean;
  readonly lagSeconds: number | null;
  readonly lagEvents: number | null;
  readonly eventsPerSecond: number;
  /** Keys that are parked. */
  readonly parked: number;
  /** Who writes the view when it is not this process. */
  readonly writer: string | null;
  readonly error: {
    readonly message: string;
    readonly since: string;
    readonly event: {
      readonly stream: string;
      readonly revision: string;
      readonly type: string;
    } | null;
  } | null;
}

/** Plain JSON: safe to answer a health request with. */
export interface ProjectorHealth {
  readonly ready: boolean;
  /** There are warnings. */
  readonly degraded: boolean;
  /** What keeps it from being ready, for people; empty when ready. */
  readonly reasons: readonly string[];
  /** What an operator must see to although the views are served; ready or not. */
  readonly warnings: readonly string[];
  readonly head: { readonly position: string | null; readonly ageSeconds: number | null };
  readonly views: readonly ViewHealth[];
}

const textOf = (position: Position | null): string | null =>
  position === null ? null : formatPosition(position);

function healthOf({ name, position, error, ...status }: ViewStatus): ViewHealth {
  const { version, build, state, events, caughtUp } = status;
  const { lagSeconds, lagEvents, eventsPerSecond, parked, writer } = status;
  const event = error?.event ?? null;
  return {
    view: name,
    version,
    build,
    state,
    position: textOf(position),
    events,
    caughtUp,
    lagSeconds,
    lagEvents,
    eventsPerSecond,
    parked,
    writer,
    error: error && {
      message: error.message,
      since: error.since,
      event: event && {
        stream: event.stream,
        revision: event.revision.toString(),
        type: event.type,
      },
    },
  };
}

/** What an operator asks first: is it ready, if not why not, and where does everything stand. */
export function projectorHealth(
  runtime: Pick<ProjectionRuntime, 'status' | 'head'>,
  limits: ReadinessLimits = {},
): ProjectorHealth {
  const statuses = runtime.status();
  const head = runtime.head();
  const { reasons, warnings } = judged(statuses, head, limits);
  return {
    ready: reasons.length === 0,
    degraded: warnings.length > 0,
    reasons,
    warnings,
    head: { position: textOf(head.position), ageSeconds: head.ageSeconds },
    views: statuses.map(healthOf),
  };
}
