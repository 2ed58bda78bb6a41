import { formatPosition } from '@jejak/event-store';
import { type Position } from '@jejak/domain';
import {
  type BuildStatus,
  type ProjectionRuntime,
  type ViewFailure,
  type ViewStatus,
} from '@jejak/projection';

import { type BuildingProjection, buildsOf } from './builds';
import { type ReadinessLimits, judged } from './judgement';

export interface FailureHealth {
  readonly message: string;
  readonly since: string;
  readonly event: {
    readonly stream: string;
    readonly revision: string;
    readonly type: string;
  } | null;
}

export interface BuildHealth {
  readonly version: number;
  readonly build: number;
  readonly purpose: BuildStatus['purpose'];
  readonly state: BuildStatus['state'];
  readonly events: number;
  /** Of the live generation; null when there is none, or when nobody knows. */
  readonly totalEvents: number | null;
  readonly eventsPerSecond: number;
  readonly secondsLeft: number | null;
  readonly error: FailureHealth | null;
}

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
  readonly error: FailureHealth | null;
  /** What this process builds of the view; null when nothing is built. */
  readonly next: BuildHealth | null;
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

/** Without the detail, which may quote an event. */
const failureOf = ({ message, since, event }: ViewFailure): FailureHealth => ({
  message,
  since,
  event: event && {
    stream: event.stream,
    revision: event.revision.toString(),
    type: event.type,
  },
});

const buildOf = (status: BuildStatus): BuildHealth => ({
  version: status.version,
  build: status.build,
  purpose: status.purpose,
  state: status.state,
  events: status.events,
  totalEvents: status.totalEvents,
  eventsPerSecond: status.eventsPerSecond,
  secondsLeft: status.secondsLeft,
  error: status.error && failureOf(status.error),
});

const healthOf = (status: ViewStatus, next: BuildStatus | undefined): ViewHealth => ({
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
  parked: status.parked,
  writer: status.writer,
  error: status.error && failureOf(status.error),
  next: next === undefined ? null : buildOf(next),
});

/** What an operator asks first: is it ready, if not why not, and where does everything stand. */
export function projectorHealth(
  runtime: BuildingProjection & Pick<ProjectionRuntime, 'head'>,
  limits: ReadinessLimits = {},
): ProjectorHealth {
  const statuses = runtime.status();
  const head = runtime.head();
  const builds = buildsOf(runtime);
  const { reasons, warnings } = judged({ statuses, builds, head }, limits);
  return {
    ready: reasons.length === 0,
    degraded: warnings.length > 0,
    reasons,
    warnings,
    head: { position: textOf(head.position), ageSeconds: head.ageSeconds },
    views: statuses.map((status) =>
      healthOf(
        status,
        builds.find(({ name }) => name === status.name),
      ),
    ),
  };
}
