import { createRate } from './rate';

function measured() {
  let now = 0;
  const rate = createRate(() => now);
  return {
    rate,
    /** Records a count that grows by `each` every `step` milliseconds, for `milliseconds`. */
    flow: (from: number, each: number, step: number, milliseconds: number): number => {
      let count = from;
      for (let passed = 0; passed < milliseconds; passed += step) {
        now += step;
        count += each;
        rate.record(count);
      }
      return count;
    },
    pass: (milliseconds: number): void => {
      now += milliseconds;
    },
  };
}

describe('The rate of a growing count', () => {
  it('is nothing before there are two counts', () => {
    const { rate, flow } = measured();
    expect(rate.perSecond()).toBe(0);
    flow(0, 10, 10, 10);
    expect(rate.perSecond()).toBe(0);
  });

  it('is that of the last seconds, however close together the counts come', () => {
    for (const step of [10, 40, 60, 1_000]) {
      const { rate, flow } = measured();
      const count = flow(0, 100 * step, step, 20_000);
      expect(rate.perSecond()).toBeCloseTo(100_000, -2);
      flow(count, step, step, 20_000);
      expect(rate.perSecond()).toBeCloseTo(1_000, -1);
    }
  });

  it('sinks to nothing when the count stands', () => {
    const { rate, flow, pass } = measured();
    flow(0, 100, 100, 2_000);
    pass(6_000);
    expect(rate.perSecond()).toBe(0);
  });

  it('begins anew when the count starts lower', () => {
    const { rate, flow } = measured();
    flow(1_000_000, 1, 100, 1_000);
    flow(0, 10, 100, 2_000);
    expect(rate.perSecond()).toBeCloseTo(100, -1);
  });
});
