/** How fast a count grows, from what it was some seconds ago. */
export interface Rate {
  record(count: number): void;
  perSecond(): number;
}

const windowMilliseconds = 5_000;

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
      const last = samples.at(-1);
      // A resumed count may start lower: what was known before says nothing of it.
      if (last !== undefined && count < last.count) samples = [];
      if (samples.length > 1 && last !== undefined && at - last.at < 50) samples.pop();
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
