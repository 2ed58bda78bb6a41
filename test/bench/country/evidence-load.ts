import { randomUUID } from 'node:crypto';

import autocannon from 'autocannon';

import type { Child } from '../processes/child';
import type { EvidenceSide } from '../processes/evidence-http';
import { inFlight } from '../workload';
import { places } from './events';

export interface CommandRate {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly errors: number;
}

/** What is said of a document that is handed in. */
export const submission = {
  sha256: 'ef'.repeat(32),
  size: 482_113,
  title: 'Dokumen contoh',
} as const;

/** Each document of each sub-indicator of each region once: the n-th one. */
export function documentAt(regions: readonly string[], n: number) {
  const region = regions[n % regions.length] ?? '';
  const place = places[Math.floor(n / regions.length) % places.length];
  const [document] = place?.documents ?? [];
  if (place === undefined || document === undefined) throw new RangeError('Nothing is asked for');
  return { region, subIndicator: place.subIndicator, document: document.id };
}

/** Hands documents in, or verifies those that were, over 64 connections. */
export async function evidenceLoad(
  server: Child<EvidenceSide>,
  regions: readonly string[],
  what: 'submit' | 'verify',
  amount: number,
): Promise<CommandRate> {
  const url = await server.call('url', undefined);
  const token = await server.call('token', what === 'submit' ? 'operator' : 'verifier');
  let sent = 0;
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
          const { region, subIndicator, document } = documentAt(regions, sent);
          sent += 1;
          const receipt = `${region}-mcp-2025-${subIndicator}-0`;
          const body =
            what === 'submit'
              ? { subIndicator, document, ...submission }
              : { subIndicator, receipt, points: '10' };
          return {
            ...request,
            path: `/v1/scorecards/${region}/MCP/2025/${what}-evidence`,
            headers: {
              authorization: `Bearer ${token}`,
              'content-type': 'application/json',
              'idempotency-key': randomUUID(),
            },
            body: JSON.stringify(body),
          };
        },
      },
    ],
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  return {
    perSecond: result['2xx'] / seconds,
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors: result.non2xx + result.errors + result.timeouts,
  };
}
