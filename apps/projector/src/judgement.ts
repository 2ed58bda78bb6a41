import { type BuildStatus, type HeadStatus, type ViewStatus } from '@jejak/projection';

import { isBuilt } from './builds';

export interface ReadinessLimits {
  /** Most seconds a view may be behind. Default 30. */
  readonly lagSeconds?: number;
  /** Most seconds since the head of the log was last read. Default 15. */
  readonly headAgeSeconds?: number;
}

export interface Judgement {
  /** What keeps the projector from being ready, for people. */
  readonly reasons: readonly string[];
  /** What an operator must see to although the views are served. */
  readonly warnings: readonly string[];
}

/** `40 of 100 events, 12 s left`, as far as it is known. */
function progressOf({ events, totalEvents, secondsLeft }: BuildStatus): string {
  const all = totalEvents === null ? '' : ` of ${totalEvents}`;
  const passed = `${events}${all} ${(totalEvents ?? events) === 1 ? 'event' : 'events'}`;
  return secondsLeft === null ? passed : `${passed}, ${Math.ceil(secondsLeft)} s left`;
}

/** What can be said against a view; null when it is as it should be. */
function objectionTo(
  status: ViewStatus,
  next: BuildStatus | undefined,
  mostSeconds: number,
): string | null {
  const { name, version, state, error, lagSeconds, caughtUp } = status;
  if (state === 'standing-by') return null;
  if (state === 'stopped') return `${name} has stopped: ${error?.message ?? 'shutting down'}`;
  if (state === 'waiting') return `${name} is waiting: ${error?.message ?? 'not started'}`;
  if (next !== undefined && isBuilt(status, next)) {
    return `${name} cannot be read in version ${version} yet: ${next.state}, ${progressOf(next)}`;
  }
  if (caughtUp || (lagSeconds !== null && lagSeconds <= mostSeconds)) return null;
  return `${name} is behind by ${lagSeconds?.toFixed(0) ?? 'an unknown number of'} s`;
}

function staleness({ ageSeconds }: HeadStatus, mostSeconds: number): string[] {
  if (ageSeconds === null) return ['The head of the log has not been read'];
  if (ageSeconds <= mostSeconds) return [];
  return [`The head of the log has not been read for ${ageSeconds.toFixed(0)} s`];
}

const parkedKeys = ({ name, parked }: ViewStatus): string[] =>
  parked === 0 ? [] : [`${name} has ${parked === 1 ? '1 key' : `${parked} keys`} parked`];

/** A build that stopped while the live generation is served; says the place of the event alone. */
function failedBuild({ name, version, build, purpose, state, error }: BuildStatus): string[] {
  if (state !== 'failed') return [];
  const what = `The build ${build} of ${name} (version ${version}, ${purpose}) has failed`;
  const event = error?.event ?? null;
  if (event === null) return [`${what}: ${error?.message ?? 'for an unknown reason'}`];
  const { stream, revision, type } = event;
  return [`${what} at event ${revision.toString()} of ${stream} (${type})`];
}

/** Where everything stands, as one process knows it. */
export interface Standings {
  readonly statuses: readonly ViewStatus[];
  readonly builds: readonly BuildStatus[];
  readonly head: HeadStatus;
}

/**
 * Ready when every view is followed and at most the allowed time behind, by this process or by the
 * one it stands by for, and when the head they are compared with is fresh itself: against a frozen
 * head, a dead projector has no lag. A view whose version is still being built is not ready: whoever
 * replaces projectors one after the other must not take the one away that keeps the old version.
 * Parked keys and failed builds stop no view, but nobody sees them who does not look.
 */
export function judged(
  { statuses, builds, head }: Standings,
  { lagSeconds = 30, headAgeSeconds = 15 }: ReadinessLimits,
): Judgement {
  const nextOf = new Map(builds.map((build) => [build.name, build]));
  const beside = statuses.flatMap((status) => {
    const next = nextOf.get(status.name);
    return next === undefined || isBuilt(status, next) ? [] : [next];
  });
  return {
    reasons: [
      ...staleness(head, headAgeSeconds),
      ...statuses.flatMap(
        (status) => objectionTo(status, nextOf.get(status.name), lagSeconds) ?? [],
      ),
    ],
    warnings: [...statuses.flatMap(parkedKeys), ...beside.flatMap(failedBuild)],
  };
}
