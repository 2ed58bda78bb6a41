import autocannon from 'autocannon';

import type { Child } from '../processes/child';
import type { QuerySide } from '../processes/query-http';
import type { CountryScale } from './scale';

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
  let sent = 0;
  const before = await server.call('spent', undefined);
  const result = await autocannon({
    url,
    connections: 8,
    overallRate: perSecond,
    amount: perSecond * seconds,
    bailout: 8,
    requests: [
      {
        method: 'GET',
        setupRequest: (request) => {
          sent += 1;
          return { ...request, path: address(provinces[sent % provinces.length] ?? null) };
        },
      },
    ],
  });
  const after = await server.call('spent', undefined);
  const asked = result['2xx'];
  return {
    asked,
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors: result.non2xx + result.errors + result.timeouts,
    cpuMicroseconds: (after.cpuMicroseconds - before.cpuMicroseconds) / Math.max(1, asked),
  };
}
