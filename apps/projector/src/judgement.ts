import { type HeadStatus, type ViewStatus } from '@jejak/projection';

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

/** What can be said against a view; null when it is as it should be. */
function objectionTo(status: ViewStatus, mostSeconds: number): string | null {
  const { name, state, error, lagSeconds, caughtUp } = status;
  if (state === 'standing-by') return null;
  if (state === 'stopped') return `${name} has stopped: ${error?.message ?? 'shutting down'}`;
  if (state === 'waiting') return `${name} is waiting: ${error?.message ?? 'not started'}`;
  if (caughtUp || (lagSeconds !== null && lagSeconds <= mostSeconds)) return null;
  return `${name} is behind by ${lagSeconds?.toFixed(0) ?? 'an unknown number of'} s`;
}

function staleness({ ageSeconds }: HeadStatus, mostSeconds: number): string[] {
  if (ageSeconds === null) return ['The head of the log has not been read'];
  if (ageSeconds <= mostSeconds) return [];
  return [`The head of the log has not been read for ${ageSeconds.toFixed(0)} s`];
}

/**
 * Ready when every view is followed and at most the allowed time behind, by this process or by the
 * one it stands by for, and when the head they are compared with is fresh itself: against a frozen
 * head, a dead projector has no lag. Parked keys stop no view, but nobody sees them who does not
 * look.
 */
export function judged(
  statuses: readonly ViewStatus[],
  head: HeadStatus,
  { lagSeconds = 30, headAgeSeconds = 15 }: ReadinessLimits,
): Judgement {
  return {
    reasons: [
      ...staleness(head, headAgeSeconds),
      ...statuses.flatMap((status) => objectionTo(status, lagSeconds) ?? []),
    ],
    warnings: statuses
      .filter(({ parked }) => parked > 0)
      .map(({ name, parked }) => `${name} has ${parked === 1 ? '1 key' : `${parked} keys`} parked`),
  };
}
