import { openBuiltInIssuer } from '@jejak/access';
import { randomUUID } from 'node:crypto';

import { framework2018, publishFramework2018 } from './support/evidence-framework';
import { startWithFacts } from './support/facts';
import { commandsOf, get, type ProblemBody, type RecordedBody } from './support/http';
import { type Service, cleanUp } from './support/service';
let service: Service;
let position = '';

/** The source system a region uploads through, as a token of a system names it. */
async function simral(
  path: string,
  body: object,
): Promise<{ status: number; body: RecordedBody & { receipt: string } }> {
  const issuer = await openBuiltInIssuer({ directory: service.data });
  const token = await issuer.issueToken({
    as: 'operator',
    regions: ['36.01'],
    subject: 'simral-pandeglang',
    kind: 'system',
  });
  const response = await fetch(service.url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as RecordedBody & { receipt: string };
  position = answer.position;
  return { status: response.status, body: answer };
}

const pandeglang = '/v1/scorecards/36.01/MCP/2018';
const upload = (subIndicator: string, document: string, sha: string, change: object = {}) => ({
  subIndicator,
  document,
  sha256: sha.repeat(32),
  size: 1024,
  title: `${document}.pdf`,
  ...change,
});
const person = (as: 'operator' | 'verifier', subject: string, regions: readonly string[]) =>
  commandsOf(service, { as, subject, regions });

beforeAll(async () => {
  ({ service, position } = await startWithFacts());
  const statuses = await publishFramework2018(
    person('operator', 'drafter', ['*']),
    person('verifier', 'approver', ['*']),
  );
  expect([...statuses, framework2018.areas.length]).toEqual([201, 201, 2]);
});
afterAll(cleanUp);

describe('the dispute of Pandeglang: 98 % certified, shown as 27 %', () => {
  const inTime = { handedInAt: '2018-10-30T09:00:00+07:00' };
  let receipts: Readonly<Record<string, string>> = {};

  it('keeps what was uploaded in time and what came after the closing, each with a receipt', async () => {
    const operator = person('operator', 'opd-pandeglang', ['36.01']);
    expect((await operator(`${pandeglang}/open`, {})).status).toBe(201);
    const bpkad = { area: 'assets', indicator: 'assets.1', unit: 'bpkad' };
    expect((await operator(`${pandeglang}/assign-indicator`, bpkad)).status).toBe(201);
    const dpkp = { ...bpkad, subIndicator: 'assets.1.2', unit: 'dpkp' };
    expect((await operator(`${pandeglang}/assign-indicator`, dpkp)).status).toBe(201);
    const early = await simral(
      `${pandeglang}/submit-evidence`,
      upload('assets.1.1', 'inventory', 'a1', inTime),
    );
    const late = await operator<RecordedBody & { receipt: string }>(
      `${pandeglang}/submit-evidence`,
      upload('assets.1.1', 'certificates', 'b2'),
    );
    expect([early.status, late.status]).toEqual([201, 201]);
    receipts = { early: early.body.receipt, late: late.body.receipt };
    expect(receipts).toEqual({
      early: '36.01-mcp-2018-assets.1.1-0',
      late: '36.01-mcp-2018-assets.1.1-1',
    });
    position = late.body.position;
  });

  it('lets nobody who uploads say when, but the system that took it in', async () => {
    const operator = person('operator', 'opd-pandeglang', ['36.01']);
    const { status, body } = await operator<ProblemBody>(
      `${pandeglang}/submit-evidence`,
      upload('assets.1.1', 'certificates', 'b2', inTime),
    );
    expect([status, body.code]).toEqual([409, 'evidence.handed-in-by-say-so']);
  });

  it('is reviewed from outside the region, and never what came late', async () => {
    const review = { subIndicator: 'assets.1.1', receipt: receipts['early'], points: '18' };
    const inside = person('verifier', 'inspektorat', ['36.01']);
    const refused = await inside<ProblemBody>(`${pandeglang}/verify-evidence`, review);
    expect([refused.status, refused.body.code]).toEqual([409, 'evidence.reviewer-inside']);
    const bpkp = person('verifier', 'bpkp-banten', ['36']);
    const late = await bpkp<ProblemBody>(`${pandeglang}/verify-evidence`, {
      ...review,
      receipt: receipts['late'],
    });
    expect([late.status, late.body.code]).toEqual([409, 'evidence.late']);
    expect((await bpkp(`${pandeglang}/verify-evidence`, review)).status).toBe(201);
  });

  it('is finalised with what was in time and verified, and names the zeros', async () => {
    const own = await person('verifier', 'inspektorat', ['36.01'])<ProblemBody>(
      `${pandeglang}/finalise`,
      {},
    );
    expect([own.status, own.body.code]).toEqual([409, 'scorecard.judge-inside']);
    const bpkp = person('verifier', 'bpkp-banten', ['36']);
    const finalised = await bpkp(`${pandeglang}/finalise`, {});
    expect(finalised.status).toBe(201);
    position = finalised.body.position;
    const { body } = await get<{ state: object }>(service, pandeglang);
    // assets: (18 % + 0 %) / 2 = 9; villages 0: the mean of both is 4.5.
    expect(body.state).toMatchObject({
      status: 'finalised',
      finalised: {
        computed: '4.5',
        band: 'red',
        subIndicators: [
          { subIndicator: 'assets.1.1', points: '18', maximumPoints: '100', zeroBecause: null },
          { subIndicator: 'assets.1.2', points: '0', zeroBecause: 'not-uploaded' },
          { subIndicator: 'villages.1.1', points: '0', zeroBecause: 'not-uploaded' },
        ],
      },
    });
    const again = await bpkp<ProblemBody>(`${pandeglang}/finalise`, {});
    expect([again.status, again.body.code]).toEqual([409, 'scorecard.already-finalised']);
  });

  it('takes no upload of the region from a reviewer', async () => {
    const bpkp = person('verifier', 'bpkp-banten', ['36']);
    const { status } = await bpkp(
      `${pandeglang}/submit-evidence`,
      upload('assets.1.2', 'fences', 'c3'),
    );
    expect(status).toBe(403);
  });
});

/** A reply that contains everything this spec has recorded so far. */
const read = async (path: string): Promise<Record<string, unknown>> => {
  const { status, body } = await get<Record<string, unknown>>(service, path, {
    'Jejak-After': position,
  });
  expect([path, status]).toEqual([path, 200]);
  return body;
};

describe('what anybody can ask about the dispute', () => {
  it('is the receipt of the late upload, with when it came and when uploads had ended', async () => {
    const receipt = await read('/v1/receipts/36.01-mcp-2018-assets.1.1-1');
    expect(receipt).toMatchObject({
      document: 'certificates',
      late: true,
      state: 'late',
      points: null,
      closesAt: '2018-10-31T16:59:59.999Z',
      submittedBy: 'opd-pandeglang',
    });
    expect(Date.parse(String(receipt['submittedAt']))).toBeGreaterThan(Date.parse('2018-11-01'));
    expect(await read('/v1/evidence?region=36.01&late=true')).toMatchObject({
      items: [{ receipt: '36.01-mcp-2018-assets.1.1-1' }],
    });
  });

  it('is the tree, where the late document earns nothing and stands there all the same', async () => {
    expect(await read(`${pandeglang}/tree`)).toMatchObject({
      computed: '4.5',
      provisional: false,
      band: 'red',
      areas: [
        {
          id: 'assets',
          name: 'Manajemen Aset Daerah',
          score: '9',
          indicators: [
            {
              unit: 'bpkad',
              subIndicators: [
                {
                  name: 'Tanah bersertifikat',
                  unit: 'bpkad',
                  points: '18',
                  documents: [
                    {
                      id: 'certificates',
                      state: 'not-uploaded',
                      late: ['36.01-mcp-2018-assets.1.1-1'],
                    },
                    { id: 'inventory', state: 'verified', points: '18' },
                  ],
                },
                { id: 'assets.1.2', unit: 'dpkp', zeroBecause: 'not-uploaded' },
              ],
            },
          ],
        },
        { id: 'villages', score: '0' },
      ],
    });
    expect(await read(`${pandeglang}/backlog?at=2018-10-22`)).toMatchObject({
      daysToClose: 8,
      documents: 4,
      verified: 1,
      late: 1,
      notUploaded: 3,
      units: [
        { unit: 'bpkad', documents: 2 },
        { unit: 'dpkp', documents: 1 },
        { unit: null, documents: 1 },
      ],
    });
  });

  it('is a computed ranking that says that nobody published it', async () => {
    const ranking = await read('/v1/rankings?instrument=MCP&year=2018&province=36&basis=computed');
    expect(ranking).toMatchObject({
      complete: false,
      rows: [{ region: { code: '36.01' }, value: '4.5', rank: null, rankBetween: [1, 8] }],
    });
  });
});

describe('computed beside published scores of the facts', () => {
  it('is 62.86 beside 63 for Kota Serang 2019: rounding explains it', async () => {
    const { items } = (await read(
      '/v1/scorecards/published-vs-computed?region=36.73&year=2019',
    )) as { items: [{ computed: string; comparisons: { published: string }[] }] };
    expect(items[0].computed).toBe('62.86');
    expect(items[0].comparisons.find(({ published }) => published === '63')).toMatchObject({
      difference: '-0.14',
      agreesWhenRounded: true,
      band: 'blue',
      claimedBand: null,
    });
  });

  it('is 69.14 beside 69.55 for Kota Serang 2020: equal weights do not explain it', async () => {
    expect(await read('/v1/scorecards/published-vs-computed?region=36.73&year=2020')).toMatchObject(
      {
        items: [
          {
            computed: '69.14',
            comparisons: [{ published: '69.55', difference: '-0.41', agreesWhenRounded: false }],
          },
        ],
      },
    );
  });

  it('colours the areas of Kota Serang 2019 by the bands of its framework', async () => {
    const { rows } = (await read(
      '/v1/scorecards/heatmap?instrument=MCP&year=2019&province=36',
    )) as {
      rows: { region: string; cells: { area: string; score: string; band: string }[] }[];
    };
    const serang = rows.find(({ region }) => region === '36.73');
    expect(serang?.cells.map(({ score, band }) => [score, band])).toEqual(
      expect.arrayContaining([
        ['42', 'yellow'],
        ['70', 'blue'],
        ['85', 'green'],
      ]),
    );
    expect(serang?.cells).toHaveLength(7);
  });
});
