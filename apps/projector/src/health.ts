import { formatPosition } from '@jejak/event-store';
import type { Position } from '@jejak/domain';
import type { ProjectionRuntime, ViewStatus } from '@jejak/projection';

export interface ReadinessLimits {
  /** Most seconds a view may be behind. Default 30. */
  readonly lagSeconds?: number;
  /** Most seconds since the head of the log was last read. Default 15. */
  readonly headAgeSeconds?: number;
}

export interface ViewHealth {
  readonly view: string;
  readonly version: number;
  readonly state: ViewStatus['state'];
  /** `<commit>/<prepare>`; null before the first event. */
  readonly position: string | null;
  readonly events: number;
  readonly caughtUp: boolean;
  readonly lagSeconds: number | null;
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
  /** What keeps it from being ready, for people; empty when ready. */
  readonly reasons: readonly string[];
  readonly head: { readonly position: string | null; readonly ageSeconds: number | null };
  readonly views: readonly ViewHealth[];
}

const textOf = (position: Position | null): string | null =>
  position === null ? null : formatPosition(position);

function healthOf(status: ViewStatus): ViewHealth {
  const { name, version, state, position, events, caughtUp, lagSeconds, error } = status;
  const event = error?.event ?? null;
  return {
    view: name,
    version,
    state,
    position: textOf(position),
    events,
    caughtUp,
    lagSeconds,
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

function reasonAgainst(status: ViewStatus, most: number): string | null {
  const { name, state, error, lagSeconds, caughtUp } = status;
  if (state === 'stopped') return `${name} has stopped: ${error?.message ?? 'shutting down'}`;
  if (state === 'waiting') return `${name} is waiting: ${error?.message ?? 'not started'}`;
  if (caughtUp || (lagSeconds !== null && lagSeconds <= most)) return null;
  return `${name} is behind by ${lagSeconds?.toFixed(0) ?? 'an unknown number of'} s`;
}

/**
 * Ready when every view is fed and at most the allowed time behind, and when the head they are
 * compared with is fresh itself: against a frozen head, a dead projector has no lag.
 */
export function projectorHealth(
  runtime: Pick<ProjectionRuntime, 'status' | 'head'>,
  limits: ReadinessLimits = {},
): ProjectorHealth {
  const { lagSeconds = 30, headAgeSeconds = 15 } = limits;
  const statuses = runtime.status();
  const head = runtime.head();
  const stale = head.ageSeconds === null || head.ageSeconds > headAgeSeconds;
  const age = head.ageSeconds === null ? 'not been read' : `not been read for ${head.ageSeconds} s`;
  const reasons = [
    ...(stale ? [`The head of the log has ${age}`] : []),
    ...statuses.flatMap((status) => reasonAgainst(status, lagSeconds) ?? []),
  ];
  return {
    ready: reasons.length === 0,
    reasons,
    head: { position: textOf(head.position), ageSeconds: head.ageSeconds },
    views: statuses.map(healthOf),
  };
}
