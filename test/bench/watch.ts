import { spent, type Spent, type Usage } from './measure';
import type { Child } from './processes/child';
import type { Round } from './row';

interface Spender {
  readonly spent: () => Spent;
}

/** Processes whose CPU is noted while another one is measured. */
export type Watched = Readonly<Record<string, Child<Spender>>>;

async function spentBy(watched: Watched): Promise<Record<string, number>> {
  const entries = Object.entries(watched).map(
    async ([name, child]) =>
      [name, (await child.call('spent', undefined)).cpuMicroseconds] as const,
  );
  const here = ['benchmark', spent().cpuMicroseconds] as const;
  return Object.fromEntries([...(await Promise.all(entries)), here]);
}

/** A round, with what the others used in the same time. */
export async function watching<Measured extends Usage>(
  watched: Watched,
  work: () => Promise<Measured>,
): Promise<Round & { readonly usage: Measured }> {
  const before = await spentBy(watched);
  const usage = await work();
  const after = await spentBy(watched);
  const others = Object.entries(after).map(([name, now]) => [name, now - (before[name] ?? 0)]);
  return { usage, others: Object.fromEntries(others) as Record<string, number> };
}
