import {
  END,
  eventTypeFilter,
  type AllStreamSubscription,
  type Filter,
  type Position,
} from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { newStream, noted, notedUpTo, once, positionOf, upTo, useConnection } from './support';

const connected = useConnection();
let start: Position;
beforeAll(async () => {
  start = positionOf(await connected.client.appendToStream(newStream(), noted(0)));
  await connected.client.appendToStream(newStream(), notedUpTo(160));
});

interface Followed {
  readonly events: bigint[];
  readonly checkpoints: bigint[];
  /** The other things the server said. The client may tell them before the events before them. */
  readonly said: string[];
  /** Resolves once the condition holds. */
  until(condition: () => boolean): Promise<void>;
  leave(): Promise<void>;
}

function follow(options: {
  fromPosition: Position | 'start' | 'end';
  prefix: string;
  maxSearchWindow?: number;
  checkpointInterval?: number;
}): Followed {
  const { fromPosition, prefix, ...window } = options;
  const events: bigint[] = [];
  const checkpoints: bigint[] = [];
  const said: string[] = [];
  const filter: Filter = eventTypeFilter({
    prefixes: [prefix],
    ...window,
    checkpointReached: (_subscription: AllStreamSubscription, { commit, prepare }: Position) => {
      if (commit !== prepare) said.push('a checkpoint at two positions');
      checkpoints.push(commit);
      return Promise.resolve();
    },
  });
  const subscription = connected.client.subscribeToAll({ fromPosition, filter });
  subscription.on('confirmation', () => said.push('confirmation'));
  subscription.on('caughtUp', () => said.push('caughtUp'));
  subscription.on('data', ({ commitPosition }) => events.push(commitPosition ?? -1n));
  return {
    events,
    checkpoints,
    said,
    until: async (condition) => {
      for (const deadline = Date.now() + 10_000; !condition() && Date.now() < deadline;) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      expect(condition()).toBe(true);
    },
    leave: () => subscription.unsubscribe(),
  };
}

const growing = (positions: readonly bigint[]) =>
  [...new Set(positions)].toSorted((a, b) => Number(a - b));

const nobody = () => `Nobody${randomUUID().slice(0, 8)}`;

describe('a filter that nothing matches', () => {
  it('still says how far it looked: every window, at the end of the past, never twice', async () => {
    const head = await connected.client.appendToStream(newStream(), noted(0));
    const followed = follow({
      fromPosition: start,
      prefix: nobody(),
      maxSearchWindow: 10,
      checkpointInterval: 2,
    });
    await followed.until(() => followed.checkpoints.at(-1) === head.position?.commit);
    await followed.until(() => followed.said.includes('caughtUp'));
    expect(followed.checkpoints.length).toBeGreaterThanOrEqual(8);
    const past = followed.checkpoints.length;
    await connected.client.appendToStream(newStream(), notedUpTo(20));
    await followed.until(() => followed.checkpoints.length > past);
    await followed.leave();
    expect(followed.checkpoints).toHaveLength(past + 1);
    expect(followed.checkpoints).toEqual(growing(followed.checkpoints));
    expect(followed.events).toEqual([]);
    expect(followed.said).toEqual(['confirmation', 'caughtUp']);
  });

  it.each([
    ['the server’s own window of 32', {}, 32],
    ['its own window', { maxSearchWindow: 8 }, 8],
    ['its own window times the interval', { maxSearchWindow: 8, checkpointInterval: 3 }, 24],
  ])('goes on saying so once it is live, by %s', async (_title, window, events) => {
    const followed = follow({ fromPosition: END, prefix: nobody(), ...window });
    await followed.until(() => followed.said.includes('caughtUp'));
    const before = followed.checkpoints.length;
    const positions: bigint[] = [];
    for (const n of upTo(events * 3)) {
      const result = await connected.client.appendToStream(newStream(), noted(n));
      positions.push(positionOf(result).commit);
    }
    await followed.until(() => followed.checkpoints.length >= before + 2);
    await followed.leave();
    const live = followed.checkpoints.slice(before).map((commit) => positions.indexOf(commit));
    expect(live[0]).toBeGreaterThanOrEqual(0);
    expect(live[1]).toBe(live[0]! + events);
  });
});

it.each([8, 32, 36])(
  'a filter that all match says how far it is after the %i events of the past, then at every window',
  async (past) => {
    const type = `Kept${randomUUID().slice(0, 8)}`;
    const kept = (count: number) => notedUpTo(count).map((event) => ({ ...event, type }));
    const before = positionOf(await connected.client.appendToStream(newStream(), noted(0)));
    await connected.client.appendToStream(newStream(), kept(past));
    const window = { maxSearchWindow: 32, checkpointInterval: 2 };
    const followed = follow({ fromPosition: before, prefix: type, ...window });
    await followed.until(() => followed.said.includes('caughtUp'));
    for (let count = 0; count < 18; count++) {
      await connected.client.appendToStream(newStream(), kept(20));
    }
    await followed.until(() => followed.events.length === past + 360);
    await followed.leave();
    const seen = followed.checkpoints.map((commit) => followed.events.indexOf(commit) + 1);
    expect(seen).toEqual(upTo(6).map((n) => past + n * 64));
  },
);

describe('a checkpoint', () => {
  it('is a place to go on from: nothing before it is missed, nothing is shown twice', async () => {
    const prefix = `Kept${randomUUID().slice(0, 8)}`;
    const kept = () => ({ ...noted(1), type: prefix });
    for (let count = 0; count < 5; count++) {
      await connected.client.appendToStream(newStream(), [...notedUpTo(7), kept()]);
    }
    const followed = follow({ fromPosition: start, prefix, maxSearchWindow: 4 });
    await followed.until(() => followed.events.length === 5);
    await followed.until(() => followed.said.includes('caughtUp'));
    await followed.leave();
    expect(followed.checkpoints.length).toBeGreaterThan(5);
    for (const commit of followed.checkpoints.slice(-12)) {
      const again = follow({ fromPosition: { commit, prepare: commit }, prefix });
      const rest = followed.events.filter((position) => position > commit);
      await again.until(() => again.said.includes('caughtUp'));
      await again.until(() => again.events.length >= rest.length);
      await again.leave();
      expect(again.events).toEqual(rest);
    }
  });
});

describe('caughtUp', () => {
  it.each(['start', 'end'] as const)('is said once to who begins at the %s', async (from) => {
    const type = `Kept${randomUUID().slice(0, 8)}`;
    await connected.client.appendToStream(newStream(), { ...noted(0), type });
    const followed = follow({ fromPosition: from, prefix: type });
    await followed.until(() => followed.said.includes('caughtUp'));
    for (const n of upTo(3)) {
      await connected.client.appendToStream(newStream(), { ...noted(n), type });
    }
    await followed.until(() => followed.events.length === (from === 'start' ? 4 : 3));
    await followed.leave();
    expect(followed.said).toEqual(['confirmation', 'caughtUp']);
  });

  it('is said of a stream when all it held was sent', async () => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(500));
    const subscription = connected.client.subscribeToStream(stream);
    let seen = 0;
    subscription.on('data', () => seen++);
    await once(subscription, 'caughtUp');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toBe(500);
    await subscription.unsubscribe();
  });

  it('is said of a stream that is not there', async () => {
    const subscription = connected.client.subscribeToStream(newStream());
    subscription.resume();
    await once(subscription, 'caughtUp');
    await subscription.unsubscribe();
  });
});
