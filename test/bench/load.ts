import { randomUUID } from 'node:crypto';

import autocannon from 'autocannon';

import type { Usage } from './measure';
import type { Child } from './processes/child';
import type { HttpSide } from './processes/raw-http';
import { indicatorScore, inFlight, scorecardKey } from './workload';

export interface LoadUsage extends Usage {
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Answers other than 2xx, broken connections and time-outs. */
  readonly errors: number;
}

/**
 * Sends `amount` commands over 64 connections, each with an idempotency key of its own and on the
 * next of 64 scorecards. The CPU is the server's; the latency is as the load generator saw it, which
 * shares the processors with the server.
 */
export async function load(
  server: Child<HttpSide>,
  instrument: string,
  amount: number,
): Promise<LoadUsage> {
  const url = await server.call('url', undefined);
  const token = await server.call('token', undefined);
  let sent = 0;
  const before = await server.call('spent', undefined);
  const startedAt = performance.now();
  const result = await autocannon({
    url,
    connections: inFlight,
    amount,
    bailout: inFlight,
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => {
          sent += 1;
          const { region, year } = scorecardKey(instrument, sent % inFlight);
          return {
            ...request,
            path: `/v1/scorecards/${region}/${instrument}/${year}/score-indicator`,
            headers: {
              authorization: `Bearer ${token}`,
              'content-type': 'application/json',
              'idempotency-key': randomUUID(),
            },
            body: JSON.stringify(indicatorScore(sent)),
          };
        },
      },
    ],
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  const after = await server.call('spent', undefined);
  return {
    operations: result['2xx'],
    seconds,
    cpuMicroseconds: after.cpuMicroseconds - before.cpuMicroseconds,
    rssBytes: after.rssBytes,
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors: result.non2xx + result.errors + result.timeouts,
  };
}
