import type { Feed } from '../lane/feed';
import type { Build, ViewSlot } from './view-slot';

/** A generation that is filled by itself, as fast as its throttle allows. */
export interface Filling {
  readonly slot: ViewSlot;
  readonly build: Build;
  readonly feed: Feed;
}

export interface LanePlan {
  /** Followed for as long as the session lasts; empty when there is nothing to feed. */
  readonly together: readonly Feed[];
  /** So far behind the others that these would have to wait: they catch up first. */
  readonly behind: readonly Feed[];
  readonly fillings: readonly Filling[];
}

/** Re-reading so many events delays the others less than a second lane costs. */
const close = 10_000;

/**
 * Events between a generation and the furthest: by their counts, or by their places where that is
 * less, since events that were removed from the log were counted by some and are met by no other.
 */
function distance(feeds: readonly Feed[]): (feed: Feed) => number {
  const commitOf = (feed: Feed): number => Number(feed.saved().position?.commit ?? 0n);
  const events = Math.max(...feeds.map((feed) => feed.saved().events));
  const commit = Math.max(...feeds.map(commitOf));
  return (feed) => {
    const counted = events - feed.saved().events;
    return commit === 0 ? counted : Math.min(counted, events * (1 - commitOf(feed) / commit));
  };
}

/** Which generations share a subscription. */
export function planLanes(slots: readonly ViewSlot[]): LanePlan {
  const builds = slots.flatMap((slot) =>
    slot.build === null ? [] : [{ slot, build: slot.build }],
  );
  const fillings = builds.flatMap(({ slot, build }) =>
    build.feed !== null && build.next.state === 'filling'
      ? [{ slot, build, feed: build.feed }]
      : [],
  );
  const apart = new Set(fillings.map(({ feed }) => feed));
  const others = [
    ...slots.flatMap(({ feed }) => feed ?? []),
    ...builds.flatMap(({ build }) => build.feed ?? []),
  ].filter((feed, index, all) => !apart.has(feed) && all.indexOf(feed) === index);
  const behind = distance(others);
  const isClose = (feed: Feed): boolean => behind(feed) <= close;
  return {
    together: others.filter(isClose),
    behind: others.filter((feed) => !isClose(feed)),
    fillings,
  };
}
