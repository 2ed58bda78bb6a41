import { type HeadStatus, type ViewStatus, collectionName } from '@jejak/projection';

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

/** What can be said against one generation of a view; null when it is as it should be. */
function objectionTo(status: ViewStatus, mostSeconds: number): string | null {
  const { state, error, lagSeconds, caughtUp } = status;
  if (state === 'standing-by') return null;
  if (state === 'stopped') return `has stopped: ${error?.message ?? 'shutting down'}`;
  if (state === 'waiting') return `is waiting: ${error?.message ?? 'not started'}`;
  if (caughtUp || (lagSeconds !== null && lagSeconds <= mostSeconds)) return null;
  return `is behind by ${lagSeconds?.toFixed(0) ?? 'an unknown number of'} s`;
}

function staleness({ ageSeconds }: HeadStatus, mostSeconds: number): string[] {
  if (ageSeconds === null) return ['The head of the log has not been read'];
  if (ageSeconds <= mostSeconds) return [];
  return [`The head of the log has not been read for ${ageSeconds.toFixed(0)} s`];
}

/**
 * Ready when every view is followed and at most the allowed time behind, by this process or by the
 * one it stands by for, and when the head they are compared with is fresh itself: against a frozen
 * head, a dead projector has no lag. Where a view has several generations, one of them is enough: a
 * rebuild must not take the service away. Parked keys stop no view, but nobody sees them who does
 * not look.
 */
export function judged(
  statuses: readonly ViewStatus[],
  head: HeadStatus,
  { lagSeconds = 30, headAgeSeconds = 15 }: ReadinessLimits,
): Judgement {
  const called = ({ name, ...status }: ViewStatus): string => {
    const isOnly = statuses.filter((other) => other.name === name).length === 1;
    return isOnly ? name : collectionName({ name, ...status });
  };
  const looked = statuses.map((status) => ({ status, against: objectionTo(status, lagSeconds) }));
  const isFollowed = ({ name }: ViewStatus): boolean =>
    looked.some(({ status, against }) => status.name === name && against === null);
  const said = looked.flatMap(({ status, against }) =>
    against === null ? [] : [{ status, text: `${called(status)} ${against}` }],
  );
  return {
    reasons: [
      ...staleness(head, headAgeSeconds),
      ...said.filter(({ status }) => !isFollowed(status)).map(({ text }) => text),
    ],
    warnings: [
      ...said
        .filter(({ status }) => isFollowed(status) && status.state === 'stopped')
        .map(({ text }) => text),
      ...statuses
        .filter(({ parked }) => parked > 0)
        .map((status) => `${called(status)} has ${keysInWords(status.parked)} parked`),
    ],
  };
}

const keysInWords = (keys: number): string => (keys === 1 ? '1 key' : `${keys} keys`);
