import { randomUUID } from 'node:crypto';
import type { Agent } from 'node:http';

import type { Child } from '../processes/child';
import type { EvidenceSide } from '../processes/evidence-http';
import { documentAt, submission } from './evidence-load';
import type { CountryScale } from './scale';
import { type Answers, type Asked, steadyLoad } from './steady-load';

/** Of so many commands one corrects a finalised score, so that the rankings move. */
const correctionEvery = 25;

export type Meanwhile = (seconds: number) => Promise<Answers>;

/**
 * Hands documents in at a steady rate, and once in a while corrects the score of one of the ranked;
 * goes on where it stopped when it is asked for more seconds.
 */
export async function commandsMeanwhile(
  server: Child<EvidenceSide>,
  regions: readonly string[],
  { commandsPerSecond: perSecond }: CountryScale,
  agent: Agent,
): Promise<Meanwhile> {
  const url = await server.call('url', undefined);
  const operator = await server.call('token', 'operator');
  const verifier = await server.call('token', 'verifier');
  const command = (path: string, token: string, body: object): Asked => ({
    ...{ address: `${url}/v1/scorecards/${path}`, method: 'POST', body: JSON.stringify(body) },
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
  });
  let sent = 0;
  const next = (): Asked => {
    sent += 1;
    if (sent % correctionEvery === 0) {
      const region = regions[(sent / correctionEvery) % regions.length] ?? '';
      return command(`${region}/MCP/2024/amend`, verifier, {
        ...{ to: String(20 + (sent % 6_000) / 100), reason: 'Salah hitung' },
        decision: `BA-${sent}/2025`,
      });
    }
    const { region, subIndicator, document } = documentAt(regions, sent);
    return command(`${region}/MCP/2025/submit-evidence`, operator, {
      ...{ subIndicator, document },
      ...submission,
    });
  };
  return (seconds) => steadyLoad(next, { perSecond, seconds }, agent);
}
