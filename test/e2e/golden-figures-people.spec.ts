import { type ComplianceStatisticRow } from '@jejak/views';

import { facts, importFacts } from './support/facts';
import { get } from './support/http';
import { type Service, cleanUp, startService } from './support/service';

let service: Service;
let position: string | null;

beforeAll(async () => {
  service = await startService();
  ({ position } = await importFacts(service));
});
afterAll(cleanUp);

const ask = async <Body>(path: string): Promise<Body> => {
  const headers = position === null ? undefined : { 'jejak-after': position };
  const answer = await get<Body>(service, path, headers);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.body;
};

describe('the national compliance with wealth reports for 2023', () => {
  it('is 96.17 and 51.14 per cent of the obligors in April 2024, as the sources and the facts say', async () => {
    const path = '/v1/declarations/statistics?year=2023';
    const { items } = await ask<{ items: readonly ComplianceStatisticRow[] }>(path);
    expect(facts.wealthReports).toHaveLength(2);
    for (const { asOf, expected, obligors } of facts.wealthReports) {
      const found = items.find((one) => one.asOf === asOf);
      expect(found).toMatchObject({
        obligors,
        submittedPercent: expected.submittedPercent.toFixed(2),
        completePercent: expected.completePercent.toFixed(2),
      });
    }
    expect(items.map(({ source }) => source.id).sort()).toEqual(['L6', 'L7']);
  });

  it('is nowhere the share of the reports handed in, which two papers printed', async () => {
    const path = '/v1/declarations/statistics?year=2023&format=csv';
    const headers = { 'jejak-after': position ?? '' };
    expect((await get(service, path, headers)).text).not.toContain('53.17');
  });
});
