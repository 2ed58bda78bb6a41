/** How fast a count grows, from what it was some seconds ago. */
export interface Rate {
  record(count: number): void;
  perSecond(): number;
}

const windowMilliseconds = 5_000;
/** Milliseconds between two samples, except for the newest. */
const apart = 50;

export function createRate(now: () => number = () => performance.now()): Rate {
  let samples: { readonly at: number; readonly count: number }[] = [];
  const recent = (): void => {
    const oldest = now() - windowMilliseconds;
    // One sample from before the window stays: it is where the window begins.
    const first = samples.findIndex(({ at }) => at >= oldest);
    samples = first === -1 ? samples.slice(-1) : samples.slice(Math.max(0, first - 1));
  };
  return {
    record(count) {
      const at = now();
      const [before, last] = samples.slice(-2);
      const newest = last ?? before;
      // A resumed count may start lower: what was known before says nothing of it.
      if (newest !== undefined && count < newest.count) samples = [];
      // Samples lie apart from each other, or a steady flow would need one for every batch.
      else if (before !== undefined && last !== undefined && last.at - before.at < apart) {
        samples.pop();
      }
      samples.push({ at, count });
      recent();
    },
    perSecond() {
      recent();
      const [first] = samples;
      const last = samples.at(-1);
      if (first === undefined || last === undefined || first === last) return 0;
      const seconds = Math.max((now() - first.at) / 1_000, 0.001);
      return (last.count - first.count) / seconds;
    },
  };
}
