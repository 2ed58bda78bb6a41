import fc from 'fast-check';

import { backOff, sleep } from './back-off';

describe('Back-off', () => {
  it('doubles from 100 ms to 30 s and stays there for ever', () => {
    const longest = [0, 1, 2, 8, 9, 50, 5_000].map((failures) => backOff(failures, () => 1));
    expect(longest).toEqual([100, 200, 400, 25_600, 30_000, 30_000, 30_000]);
  });

  it('draws the upper half at random, so that projectors do not return together', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
        const longest = backOff(failures, () => 1);
        const drawn = backOff(failures, () => random);
        expect(drawn).toBeGreaterThanOrEqual(longest / 2);
        expect(drawn).toBeLessThanOrEqual(longest);
      }),
    );
  });

  it('ends at once when it is called off', async () => {
    const calledOff = new AbortController();
    const slept = sleep(60_000, calledOff.signal);
    calledOff.abort();
    await slept;
    await sleep(60_000, calledOff.signal);
  });
});
