import { LeaseLost } from '../errors';
import { atTheBeginning } from '../storage/checkpoint';
import { createMemoryStorage } from '../testing/memory-storage';
import { at } from '../testing/recorded';
import { generationOf, register, tally } from '../testing/views';
import { createLeaseBook } from './lease-book';

const lasting = 1_000;
const [one, other] = [generationOf(register), generationOf(tally)];

function book() {
  const storage = createMemoryStorage();
  const clock = { now: 0 };
  const leases = createLeaseBook(storage, 'me', lasting, () => clock.now);
  const rival = createLeaseBook(storage, 'rival', lasting, () => clock.now);
  return { storage, clock, leases, rival };
}

describe('The leases of a process', () => {
  it('are trusted a little shorter than they last, from before they were asked for', async () => {
    const { clock, leases } = book();
    const acquiring = leases.acquire(one);
    clock.now = 500;
    await acquiring;
    clock.now = 899;
    expect(() => {
      leases.assertHeld(one);
    }).not.toThrow();
    clock.now = 900;
    expect(() => {
      leases.assertHeld(one);
    }).toThrow(LeaseLost);
  });

  it('are not held before they are acquired, and not when another has them', async () => {
    const { leases, rival } = book();
    expect(() => {
      leases.assertHeld(one);
    }).toThrow(LeaseLost);
    await rival.acquire(one);
    expect(await leases.acquire(one)).toMatchObject({ kind: 'held', writer: 'rival' });
    expect(() => {
      leases.assertHeld(one);
    }).toThrow('The right to write register_v1 is lost');
  });

  it('are extended by renewal, and by the saving of their checkpoints', async () => {
    const { clock, leases } = book();
    const acquired = [await leases.acquire(one), await leases.acquire(other)];
    clock.now = 800;
    await leases.renew();
    clock.now = 1_600;
    for (const generation of [one, other]) leases.assertHeld(generation);
    const to = { position: at(1), events: 1, recordedAt: null };
    for (const acquisition of acquired.slice(0, 1)) {
      if (acquisition.kind === 'held') throw new Error('held');
      const { lease } = acquisition;
      await leases.saveCheckpoints([{ lease, from: atTheBeginning, to, parked: 0 }]);
    }
    clock.now = 2_400;
    leases.assertHeld(one);
    expect(() => {
      leases.assertHeld(other);
    }).toThrow(LeaseLost);
  });

  it('are not extended by a renewal that failed', async () => {
    const { storage, clock, leases } = book();
    await leases.acquire(one);
    clock.now = 800;
    storage.failAfter(0);
    await expect(leases.renew()).rejects.toThrow('away');
    clock.now = 1_000;
    expect(() => {
      leases.assertHeld(one);
    }).toThrow(LeaseLost);
  });

  it('say which one somebody else has taken', async () => {
    const { storage, leases, rival } = book();
    await leases.acquire(one);
    await leases.acquire(other);
    storage.advance(lasting);
    await rival.acquire(other);
    await expect(leases.renew()).rejects.toThrow('tally_v2');
  });

  it('that are given back can be had at once, the others not', async () => {
    const { leases, rival } = book();
    await leases.acquire(one);
    await leases.acquire(other);
    await leases.keepOnly([other]);
    expect(() => {
      leases.assertHeld(one);
    }).toThrow(LeaseLost);
    expect(await rival.acquire(one)).toMatchObject({ kind: 'acquired' });
    expect(await rival.acquire(other)).toMatchObject({ kind: 'held', writer: 'me' });
  });
});
