import type { Child } from '../processes/child';
import type { QuerySide } from '../processes/query-http';
import type { CountryScale } from './scale';
import { percentile, steadyLoad } from './steady-load';

export interface RankingLatency {
  readonly asked: number;
  /** Milliseconds, from when a request was due. */
  readonly p50: number;
  readonly p99: number;
  readonly errors: number;
  /** CPU of the query API, in microseconds per answer. */
  readonly cpuMicroseconds: number;
}

const address = (province: string | null): string =>
  `/v1/rankings?instrument=MCP&year=2024&basis=computed${province === null ? '' : `&province=${province}`}`;

/** Asks at a steady rate, whatever the answers do, for one ranking after the other. */
export async function rankingLoad(
  server: Child<QuerySide>,
  provinces: readonly (string | null)[],
  { seconds, perSecond }: CountryScale,
): Promise<RankingLatency> {
  const url = await server.call('url', undefined);
  const before = await server.call('spent', undefined);
  const { latencies, errors } = await steadyLoad(
    (request) => `${url}${address(provinces[request % provinces.length] ?? null)}`,
    { seconds, perSecond },
  );
  const after = await server.call('spent', undefined);
  const asked = latencies.length;
  return {
    asked,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    errors,
    cpuMicroseconds: (after.cpuMicroseconds - before.cpuMicroseconds) / Math.max(1, asked),
  };
}
