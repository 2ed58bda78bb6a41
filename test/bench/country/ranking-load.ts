import type { Agent } from 'node:http';

import { quantile, spent } from '../measure';
import type { Child } from '../processes/child';
import type { FloorSide } from '../processes/floor-http';
import type { QuerySide } from '../processes/query-http';
import type { Meanwhile } from './commands-meanwhile';
import type { CountryScale } from './scale';
import { type Answers, steadyLoad } from './steady-load';

/** Milliseconds, from when a request was due. */
export interface Latency {
  readonly asked: number;
  readonly p50: number;
  readonly p99: number;
  readonly errors: number;
}

export interface RankingLatency extends Latency {
  /** CPU of the query API, in microseconds per answer. */
  readonly cpuMicroseconds: number;
  /** Bytes of an answer. */
  readonly bytes: number;
  /** A server that has nothing to do but send as many bytes, asked in the same seconds. */
  readonly floor: Latency;
  /** The commands that went on in the same seconds; null while the log was at rest. */
  readonly commands: Latency | null;
  /** CPU of every process of the run over all processors, from 0 to their number. */
  readonly busy: number;
}

/** What a ranking is asked from, and what goes on meanwhile. */
export interface RankingSides {
  readonly query: Child<QuerySide>;
  readonly floor: Child<FloorSide>;
  /** Stores, projector and command API. */
  readonly others: readonly Child<Pick<QuerySide, 'spent'>>[];
  /** Null: the log is at rest. */
  readonly meanwhile: Meanwhile | null;
  readonly agent: Agent;
}

/** The floor is asked seldom, so as to cost little, and yet for a 99th percentile. */
const floorPerSecond = 10;

const address = (province: string | null): string =>
  `/v1/rankings?instrument=MCP&year=2024&basis=computed${province === null ? '' : `&province=${province}`}`;

const latencyOf = ({ latencies, errors }: Answers): Latency => ({
  asked: latencies.length + errors,
  p50: quantile(latencies, 0.5),
  p99: quantile(latencies, 0.99),
  errors,
});

/**
 * Asks for one ranking after the other at a steady rate, while the log is at rest or commands are
 * recorded and projected at theirs.
 */
export async function rankingLoad(
  { query, floor, others, meanwhile, agent }: RankingSides,
  provinces: readonly (string | null)[],
  { perSecond, seconds }: Pick<CountryScale, 'perSecond' | 'seconds'>,
): Promise<RankingLatency> {
  const [url, floorUrl] = [await query.call('url', undefined), await floor.call('url', undefined)];
  const rankingAt = (n: number) => ({
    address: `${url}${address(provinces[n % provinces.length] ?? null)}`,
  });
  const { bytes } = await steadyLoad(rankingAt, { perSecond: 1, seconds: 1 }, agent);
  const cpu = async (): Promise<readonly number[]> => {
    const children = [query, floor, ...others].map((child) => child.call('spent', undefined));
    return [...(await Promise.all(children)), spent()].map((one) => one.cpuMicroseconds);
  };
  const before = await cpu();
  const startedAt = performance.now();
  const [asked, idle, commands] = await Promise.all([
    steadyLoad(rankingAt, { perSecond, seconds }, agent),
    steadyLoad(
      () => ({ address: `${floorUrl}/${bytes}` }),
      { perSecond: floorPerSecond, seconds },
      agent,
    ),
    meanwhile?.(seconds) ?? null,
  ]);
  const wall = (performance.now() - startedAt) * 1_000;
  const used = (await cpu()).map((now, index) => now - (before[index] ?? 0));
  return {
    ...latencyOf(asked),
    cpuMicroseconds: (used[0] ?? NaN) / asked.latencies.length,
    bytes,
    floor: latencyOf(idle),
    commands: commands && latencyOf(commands),
    busy: used.reduce((sum, one) => sum + one, 0) / wall,
  };
}
