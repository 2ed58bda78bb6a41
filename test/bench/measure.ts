/** What one round of one side used. Times of the measured process only, all its threads. */
export interface Usage {
  readonly operations: number;
  readonly seconds: number;
  readonly cpuMicroseconds: number;
  /** The most that was resident at any time. */
  readonly rssBytes: number;
}

/** What a process has used since its start. */
export interface Spent {
  readonly cpuMicroseconds: number;
  readonly rssBytes: number;
}

export function spent(): Spent {
  const { user, system } = process.cpuUsage();
  return { cpuMicroseconds: user + system, rssBytes: process.memoryUsage.rss() };
}

/** How often memory is looked at, in milliseconds. */
const samplingInterval = 200;

/** Runs `work` and says what this process used for it. */
export async function used(operations: number, work: () => Promise<void>): Promise<Usage> {
  const before = spent();
  let highest = before.rssBytes;
  const sampling = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage.rss());
  }, samplingInterval);
  const startedAt = performance.now();
  try {
    await work();
  } finally {
    clearInterval(sampling);
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  const { cpuMicroseconds, rssBytes } = spent();
  return {
    operations,
    seconds,
    cpuMicroseconds: cpuMicroseconds - before.cpuMicroseconds,
    rssBytes: Math.max(highest, rssBytes),
  };
}

/** Below which a share of the values lies, between two values in proportion. NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const lower = sorted[Math.floor(place)] ?? NaN;
  const upper = sorted[Math.ceil(place)] ?? NaN;
  return lower + (upper - lower) * (place % 1);
}

/** Middle value; the mean of the two middle ones for an even count. NaN for none. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Rounds before those that count: compilation and caches. */
export const warmUps = 2;

/** Runs the sides in turn, A B A B, so that whatever else the machine does meets both alike. */
export async function interleaved<Round>(
  rounds: number,
  sides: readonly (() => Promise<Round>)[],
  before = warmUps,
): Promise<Round[][]> {
  const results: Round[][] = sides.map(() => []);
  for (let round = -before; round < rounds; round += 1) {
    for (const [index, side] of sides.entries()) {
      const result = await side();
      if (round >= 0) results[index]?.push(result);
    }
  }
  return results;
}
