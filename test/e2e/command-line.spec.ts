import { type RankingReply } from '@jejak/views';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { commandsIn, factPhases, startWithFacts } from './support/facts';
import { get } from './support/http';
import { runJejak, spawnJejak } from './support/jejak-process';
import { type Service, cleanUp } from './support/service';
import { type Page } from './support/streams';

const scorecard = 'scorecard-36.73-mcp-2019';

let service: Service;
const jejak = (...args: string[]) => runJejak([...args, '--url', service.url]);

beforeAll(async () => {
  const { position } = ({ service } = await startWithFacts());
  await get(service, '/v1/audit/trail?limit=1', { 'jejak-after': position });
});
afterAll(cleanUp);

describe('jejak ranking', () => {
  const question = ['ranking', '--year', '2019', '--valid-at', '2019-08-21'];

  it('prints a table with two shared third ranks, and what to know before using it', async () => {
    const { code, stdout, stderr } = await jejak(...question);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.match(/^ +3= +Kota /gm)).toHaveLength(2);
    expect(stdout).toMatch(/7 +Kota Serang +29 +provisional +2019-08-21 +B5/);
    expect(stdout).toContain('never with the final score of another year');
  });

  it('prints with --json the reply of the API and nothing else', async () => {
    const { code, stdout, stderr } = await jejak(...question, '--json');
    const path = '/v1/rankings?instrument=MCP&year=2019&province=36&validAt=2019-08-21';
    const { body } = await get<RankingReply>(service, path);
    expect([code, stderr, JSON.parse(stdout)]).toEqual([0, '', body]);
  });

  it('lists units without data apart and gives a range where no rank is certain', async () => {
    const { stdout } = await jejak('ranking', '--year', '2022');
    expect(stdout).toMatch(/1 to 8 +Kota Serang +91 +final +day not published +S5 +4/);
    expect(stdout).toContain('No data: Kabupaten Pandeglang, Kabupaten Lebak');
  });

  it('says what the service refuses, with code, fix and correlation id, and exits 1', async () => {
    const { code, stdout, stderr } = await jejak('ranking', '--valid-at', '2019-02-30');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('[request.invalid]');
    expect(stderr).toContain('validAt');
    expect(stderr).toMatch(/correlation id [\w-]+/);
  });
});

describe('jejak trail', () => {
  it('prints who recorded what, newest first', async () => {
    const { code, stdout, stderr } = await jejak(
      'trail',
      '--region',
      '36.04',
      '--type',
      'PactSigned',
    );
    expect(code).toBe(0);
    expect(stdout.match(/signed pact serang-2022-06-23/g)).toHaveLength(7);
    expect(stderr).toContain('7 rows');
  });

  it('prints with --json as many rows as asked for, over several pages', async () => {
    const { code, stdout } = await jejak('trail', '--json', '--limit', '70');
    const path = '/v1/audit/trail?limit=70';
    const { body } = await get<Page<object>>(service, path);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ items: body.items, position: body.position });
  });

  it('says when there are more rows than shown', async () => {
    expect((await jejak('trail', '--limit', '3')).stderr).toContain('raise --limit');
  });
});

describe('jejak replay', () => {
  it("tells Kota Serang's 2019 as 29, 29, 44 and 63 with the source of each", async () => {
    const { code, stdout } = await jejak('replay', scorecard);
    expect(code).toBe(0);
    expect(stdout).toContain('Published scores: 29 → 29 → 44 → 63');
    expect(stdout).toMatch(/63 +final +day not published +B1: bantensatu.co, 2021-03-04 +62.86/);
  });

  it('stops at a revision or an instant', async () => {
    expect((await jejak('replay', scorecard, '--at-revision', '2')).stdout).toContain(
      'Published scores: 29 → 29\n',
    );
    const early = await jejak('replay', scorecard, '--as-of', '2019-12-31');
    expect([early.code, early.stdout]).toEqual([
      0,
      `  Nothing had been recorded in ${scorecard} by then.\n`,
    ]);
  });

  it('prints with --json the events and the state they make', async () => {
    const { stdout } = await jejak('replay', scorecard, '--json');
    const reply = JSON.parse(stdout) as { revision: string; events: unknown[]; state: object };
    expect([reply.revision, reply.events.length]).toEqual(['5', 6]);
    expect(reply.state).toHaveProperty('publications');
  });

  it('exits 1 for a stream that does not exist', async () => {
    const { code, stderr } = await jejak('replay', 'scorecard-36.73-mcp-2099');
    expect([code, stderr]).toEqual([1, expect.stringContaining('[resource.not-found]')]);
  });
});

it('ends in peace when nobody reads on, as behind `head`', async () => {
  const replay = spawnJejak(['replay', scorecard, '--url', service.url]);
  replay.stopReading();
  expect(await replay.exit).toMatchObject({ code: 0, signal: null, stderr: '' });
});

describe('jejak import', () => {
  const importFile = (file: string, ...rest: string[]) =>
    jejak('import', file, '--data', service.data, ...rest);
  const facts = join(__dirname, '../../apps/cli/data/banten-facts.json');

  it('finds everything recorded the second time and adds no event', async () => {
    const { code, stdout } = await importFile(facts);
    expect(code).toBe(0);
    const count = commandsIn(factPhases());
    expect(stdout).toContain(
      `Everything was already recorded (${count.toLocaleString('en-US')} commands); no event was added.`,
    );
  });

  it('takes the policies that come with Jejak by their name, as often as it is asked', async () => {
    const { code, stdout } = await importFile('policies');
    expect([code, stdout]).toEqual([0, expect.stringContaining('no event was added.')]);
  });

  it('sends commands one per line, lists what is refused with its reason, and exits 1', async () => {
    const file = join(service.data, 'commands.ndjson');
    const line = (position: string, signedOn: string) =>
      JSON.stringify({ path: '/v1/pacts/banten-2022-06-24/sign', body: { position, signedOn } });
    await writeFile(file, [line('Gubernur', '2022-06-24'), line('Jaksa', '2999-01-01')].join('\n'));
    const { code, stdout, stderr } = await importFile(file);
    expect(code).toBe(1);
    expect(stdout).toContain('1 command recorded, 0 were already there, 1 refused');
    expect(stderr).toContain('[pact.future-date]');
  });

  it('sends nothing of a file with one broken line, and says which', async () => {
    const file = join(service.data, 'broken.ndjson');
    await writeFile(file, '{"path": "/v1/regions/32/register", "body": {}}\nnot json\n');
    const { code, stderr } = await importFile(file);
    expect([code, stderr]).toEqual([1, expect.stringContaining('Line 2')]);
  });

  it('sends nothing with --dry-run', async () => {
    const { code, stdout } = await importFile(facts, '--dry-run');
    expect([code, stdout]).toEqual([0, expect.stringContaining('Nothing was sent.')]);
  });

  it('exits 1 when the file is not there', async () => {
    const { code, stderr } = await importFile('/nowhere/facts.json');
    expect([code, stderr]).toEqual([1, expect.stringContaining('/nowhere/facts.json')]);
    expect(stderr).not.toMatch(/\n +at /);
  });
});
