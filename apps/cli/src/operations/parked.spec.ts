import { type ParkedReply, type SkipReply, type StoredEventReply } from '@jejak/client';

import { fakeClock, refusal } from '../testing/fake-operations';
import { build, parked, stored } from '../testing/samples';
import { ParkedNotFound, findParked, skipParked, storedIn } from './parked';

const holding = (...entries: readonly ParkedReply[]) => ({
  parkedEntry: ({ kind, key }: { readonly kind: string; readonly key: string }) =>
    Promise.resolve(entries.find((one) => one.kind === kind && one.key === key) ?? null),
});

describe('a parked event', () => {
  const { view, key } = parked;
  const stream: ParkedReply = { ...parked, kind: 'stream' };

  it('is found by its key, whatever its kind', async () => {
    expect(await findParked(holding(parked), { view, key })).toBe(parked);
    expect(await findParked(holding(stream), { view, key })).toBe(stream);
  });

  it('of two under one key is found by its kind', async () => {
    const both = holding(parked, stream);
    expect(await findParked(both, { view, key, kind: 'stream' })).toBe(stream);
    await expect(findParked(both, { view, key })).rejects.toThrow('Say which one with --kind');
  });

  it('that is not there is said to be none, with where to look', async () => {
    const missing = findParked(holding(), { view, key });
    await expect(missing).rejects.toThrow(ParkedNotFound);
    await expect(missing).rejects.toThrow('npx jejak parked list --view ranking');
  });
});

describe('a parked event as it is stored', () => {
  const answering = (answer: Promise<StoredEventReply | null>) =>
    storedIn({ storedEvent: () => answer }, parked);

  it('is unknown while the event store is away, which is no failure', async () => {
    expect(await answering(Promise.resolve(stored))).toBe(stored);
    const away = refusal(503, 'store.unavailable');
    expect(await answering(Promise.reject(away))).toBeNull();
    const forbidden = refusal(403, 'access.not-permitted');
    await expect(answering(Promise.reject(forbidden))).rejects.toBe(forbidden);
  });
});

describe('leaving an event out', () => {
  const decision: SkipReply = { repeated: false, position: '99/99' };
  const next: ParkedReply = { ...parked, event: { ...parked.event, id: 'another' } };

  async function skipped(seen: readonly (ParkedReply | null)[], underWay = false) {
    const asked: unknown[] = [];
    let looks = 0;
    let waited = 0;
    const result = await skipParked(
      {
        skip: (entry, reason) => {
          asked.push([entry.key, reason]);
          return Promise.resolve(decision);
        },
        parkedEntry: () => Promise.resolve(seen[Math.min(looks++, seen.length - 1)] ?? null),
        build: () => Promise.resolve(underWay ? { ...build, purpose: 'release' } : null),
      },
      parked,
      'recorded twice',
      fakeClock((now) => {
        waited = now;
      }),
    );
    expect(asked).toEqual([['MCP/2019/36', 'recorded twice']]);
    expect(result.decision).toBe(decision);
    return { ...result, waited };
  }

  it('waits until the key goes on', async () => {
    expect(await skipped([parked, parked, null])).toMatchObject({
      outcome: 'released',
      waited: 1_000,
    });
  });

  it('notices that the next event is parked', async () => {
    expect(await skipped([parked, next])).toMatchObject({ outcome: 'next-parked', now: next });
  });

  it('does not wait for a view that is built again', async () => {
    expect(await skipped([parked], true)).toMatchObject({
      outcome: 'rebuilding',
      build: { build: 2 },
    });
  });

  it('waits ten seconds at most', async () => {
    expect(await skipped([parked])).toMatchObject({ outcome: 'still-parked', waited: 10_000 });
  });
});
