import type { ClientCommand } from '../client-command';
import { closingOf } from './framework';
import { wholeYear } from './settings';
import { generatedYear } from './year';

const phases = generatedYear(wholeYear);
const commandsOf = (phase: string): readonly ClientCommand[] =>
  phases.find(({ name }) => name === phase)?.commands ?? [];
const all = phases.flatMap(({ commands }) => commands);
const evidence = commandsOf('evidence');
const uploads = evidence
  .filter(({ path }) => path.endsWith('/submit-evidence'))
  .map(({ path, body }) => ({ path, at: String(body['handedInAt']) }));
const closing = closingOf(wholeYear);

describe('the generated year', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(generatedYear(wholeYear)).toEqual(phases);
    const other = generatedYear({ ...wholeYear, seed: 2 }).flatMap(({ commands }) => commands);
    const keys = new Set(all.map(({ key }) => key));
    expect(keys.size).toBe(all.length);
    const same = other.filter(({ key }) => keys.has(key)).length;
    expect(same / all.length).toBeLessThan(0.05);
  });

  it('asks 660 documents for 122 sub-indicators, whose points add up to 100 each', () => {
    const [draft] = commandsOf('sample framework');
    type Part = Readonly<Record<string, readonly never[]>>;
    const areas = draft!.body['areas'] as readonly Part[];
    const parts = areas
      .flatMap(({ indicators }) => indicators as readonly Part[])
      .flatMap(({ subIndicators }) => subIndicators as readonly Part[]);
    const documents = parts.map((one) => one['documents'] as readonly { points: string }[]);
    expect([areas.length, parts.length, documents.flat().length]).toEqual([8, 122, 660]);
    for (const of of documents) {
      expect(of.reduce((sum, { points }) => sum + Number(points), 0)).toBe(100);
    }
  });

  it('sees most uploads in the last weeks, and some too late', () => {
    const inTime = uploads.filter(({ at }) => at <= closing);
    const weeks = (count: number): number => {
      const from = new Date(Date.parse(closing) - count * 7 * 86_400_000).toISOString();
      return inTime.filter(({ at }) => at > from).length / inTime.length;
    };
    expect(weeks(5)).toBeGreaterThan(0.5);
    expect(weeks(1)).toBeGreaterThan(0.15);
    const late = uploads.length - inTime.length;
    expect(late / uploads.length).toBeGreaterThan(0.005);
    expect(late / uploads.length).toBeLessThan(0.1);
  });

  it('lets every region act in the order of its days', () => {
    const last = new Map<string, string>();
    for (const { path, at } of uploads) {
      expect(at >= (last.get(path) ?? '')).toBe(true);
      last.set(path, at);
    }
    expect(last.size).toBe(8);
  });

  it('has about 10,000 wealth reports, late and incomplete ones among them', () => {
    const of = (what: string): readonly ClientCommand[] =>
      commandsOf('wealth reports').filter(({ path }) => path.endsWith(what));
    const filed = of('/record-filing').map(({ body }) => String(body['filedOn']));
    expect(filed.length).toBeGreaterThan(9_900);
    expect(filed.length).toBeLessThan(10_100);
    expect(of('/register-obligor').length).toBeGreaterThan(filed.length);
    expect(filed.filter((day) => day > '2025-03-31').length).toBeGreaterThan(400);
    expect(of('/supplement-filing').length).toBeGreaterThan(500);
    expect(filed.every((day) => day > '2024-12-31')).toBe(true);
  });

  it('is about nobody: every region is of a province that does not exist, every source says so', () => {
    const regions = all.flatMap(({ path, body }) => [
      ...(/^\/v1\/(?:scorecards|regions)\/([\d.]+)\//.exec(path)?.slice(1) ?? []),
      ...(typeof body['region'] === 'string' ? [body['region']] : []),
    ]);
    expect(regions.every((code) => code.startsWith('99'))).toBe(true);
    const sources = all.flatMap(({ body }) =>
      body['source'] === undefined ? [] : [body['source']],
    );
    expect(sources.length).toBeGreaterThan(9);
    for (const source of sources) {
      expect(source).toMatchObject({ citation: expect.stringContaining('no fact') as string });
    }
  });
});
