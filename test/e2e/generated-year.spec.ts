import {
  type ClientCommand,
  generatedYear,
  type ImportSummary,
  runImport,
  sampleInstrument,
  wholeYear,
} from '@jejak/client';
import { type ComputedRankingReply } from '@jejak/views';

import { closingOf } from '../../libs/client/src/year/framework';
import { readToImport } from '../../apps/cli/src/import-source';
import { senderFor } from './support/facts';
import { get } from './support/http';
import { cleanUp, type Service, startService } from './support/service';

/** A year small enough for a test; `npm run demo -- --year` imports the whole one. */
const settings = {
  ...wholeYear,
  seed: 7,
  subIndicators: 16,
  documents: 48,
  filings: 120,
  zoneUnits: 9,
};
const phases = generatedYear(settings);
const commands = phases.flatMap((phase) => phase.commands);

let service: Service;
let imported: ImportSummary;

async function importYear(): Promise<ImportSummary> {
  const policies = await readToImport('policies');
  return runImport({ phases: [...policies.phases, ...phases], send: senderFor(service) });
}

beforeAll(async () => {
  service = await startService();
  imported = await importYear();
}, 180_000);
afterAll(cleanUp);

const of = (what: string): readonly ClientCommand[] =>
  commands.filter(({ path }) => path.endsWith(`/${what}`));

const after = (): Record<string, string> => ({ 'jejak-after': imported.position ?? '' });

/** The score of a region, told from the commands: points of what was in time and stood at the end. */
function scoreOf(region: string): number {
  const points = new Map<string, { receipt: string; points: number }>();
  const revisions = new Map<string, number>();
  const mine = commands.filter(
    ({ path }) => /evidence$/.test(path) && path.includes(`/${region}/`),
  );
  for (const { path, body } of mine) {
    const part = String(body['subIndicator']);
    const revision = revisions.get(part) ?? 0;
    revisions.set(part, revision + 1);
    if (path.endsWith('/submit-evidence')) {
      if (String(body['handedInAt']) > closingOf(settings)) continue;
      const receipt = `${region}-contoh-${settings.year}-${part}-${revision}`;
      points.set(`${part}/${String(body['document'])}`, { receipt, points: 0 });
    } else {
      const [place] = [...points].find(([, { receipt }]) => receipt === body['receipt']) ?? [];
      const earned = path.endsWith('/verify-evidence') ? Number(body['points']) : 0;
      points.set(place!, { receipt: String(body['receipt']), points: earned });
    }
  }
  const areas = of('draft')[0]!.body['areas'] as readonly Readonly<Record<string, unknown>>[];
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const partsOf = (whole: unknown, name: string) =>
    (whole as Readonly<Record<string, unknown>>)[name] as readonly { readonly id: string }[];
  return mean(
    areas.map((area) =>
      mean(
        partsOf(area, 'indicators').map((indicator) =>
          mean(
            partsOf(indicator, 'subIndicators').map(({ id }) =>
              [...points]
                .filter(([place]) => place.startsWith(`${id}/`))
                .reduce((sum, [, one]) => sum + one.points, 0),
            ),
          ),
        ),
      ),
    ),
  );
}

describe('a generated year', () => {
  it('is accepted to the last command, and adds nothing when it is imported again', async () => {
    expect(imported.refused).toEqual([]);
    expect(imported.alreadyRecorded).toBe(0);
    const again = await importYear();
    expect([again.recorded, again.refused]).toEqual([0, []]);
  }, 120_000);

  it('ranks the regions as a straightforward count of the commands does', async () => {
    const address = `/v1/rankings?instrument=${sampleInstrument}&year=${settings.year}&province=99&basis=computed`;
    const { body } = await get<ComputedRankingReply>(service, address, after());
    const regions = of('open').map(({ path }) => path.split('/')[3]!);
    const expected = regions
      .map((region) => ({ region, score: scoreOf(region) }))
      .sort((a, b) => b.score - a.score);
    expect(body.rows.map(({ region }) => region.code)).toEqual(
      expected.map(({ region }) => region),
    );
    for (const [index, { value }] of body.rows.entries()) {
      expect(Math.abs(Number(value) - expected[index]!.score)).toBeLessThan(0.00501);
    }
    expect(body.complete).toBe(true);
  });

  it('counts wealth reports as a straightforward count of the commands does, on two days', async () => {
    for (const asOf of [`${settings.year + 1}-03-31`, `${settings.year + 1}-12-31`]) {
      const { body } = await get<{ total: Record<string, unknown> }>(
        service,
        `/v1/declarations/compliance?year=${settings.year}&region=99&asOf=${asOf}`,
        after(),
      );
      const until = (field: string) => (command: ClientCommand) =>
        String(command.body[field]) <= asOf;
      const filed = of('record-filing').filter(until('filedOn'));
      const complete = of('verify-filing').filter(
        (command) => command.body['result'] === 'complete' && until('verifiedOn')(command),
      );
      expect(body.total).toMatchObject({
        obligors: of('register-obligor').length,
        submitted: filed.length,
        late: filed.filter(
          ({ body: { filedOn } }) => String(filedOn) > `${settings.year + 1}-03-31`,
        ).length,
        complete: complete.length,
      });
    }
  });

  it('knows of each unit how far it came, and which ones hold a predicate', async () => {
    const { body } = await get<{ items: { unit: string }[] }>(
      service,
      '/v1/predicates?limit=100',
      after(),
    );
    const granted = of('grant').map(({ path }) => path.split('/')[4]!);
    expect(granted.length).toBeGreaterThan(0);
    expect(body.items.map(({ unit }) => unit).toSorted()).toEqual(granted.toSorted());
  });

  it('leaves no view with a parked event behind', async () => {
    const { body } = await get<{ parts: { projector: { warnings: string[] } } }>(
      service,
      '/health/ready',
    );
    expect(body.parts.projector.warnings).toEqual([]);
  });
});
