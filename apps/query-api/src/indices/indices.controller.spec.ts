import type { JejakEvent } from '@jejak/domain';
import { scales } from '@jejak/domain/testing/index-scales';
import { recorded } from '@jejak/views/testing/recorded';

import { missingIndexes } from '../testing/list-indexes';
import { type QueryApi, queryApiOver } from '../testing/query-api';
import { divergenceList } from './divergence.list';
import { indexList } from './indices.list';

const { kind: _, version, ...policy } = scales;
const scalesInForce: JejakEvent[] = [
  {
    type: 'PolicyDrafted',
    data: {
      ...policy,
      kind: 'index-scales',
      version,
      unconfirmed: ['scales.SPI.bands: before 2024', 'scales.IEPK: all of it'],
      draftedBy: 'operator-1',
      contentSha256: 'ab'.repeat(32),
    },
  },
  { type: 'PolicyApproved', data: { kind: 'index-scales', version, approvedBy: 'verifier-1' } },
];

const index = (
  kind: string,
  subject: string,
  year: number,
  value: string,
  band: string | null,
) => ({
  stream: `index-${kind.toLowerCase()}-${subject}-${year}`,
  event: {
    type: 'IndexRecorded' as const,
    data: {
      kind,
      subject,
      year,
      publication: 1,
      value,
      band,
      claimedBand: subject === 'national' ? 'yellow' : null,
      claimedAs: null,
      respondents: null,
      publishedOn: null,
      source: { id: 'I6', citation: 'okezone' },
      policyVersion: 1,
      recordedBy: 'operator-1',
    },
  },
});

let api: QueryApi;
beforeAll(async () => {
  api = await queryApiOver(
    recorded([
      ...scalesInForce.map((event) => ({ stream: 'policy-index-scales', event })),
      index('SPI', 'national', 2024, '71.53', 'red'),
      index('SPI', 'national', 2023, '70.97', 'red'),
      index('SPI', '36', 2021, '61.4', 'red'),
      index('MCP', '36', 2021, '93.25', null),
      index('MCP', '36.73', 2021, '70', null),
    ]),
  );
});
afterAll(() => api.close());

const itemsOf = async (query: string) =>
  (await api.get(query)).body['items'] as readonly Record<string, unknown>[];

describe('GET /v1/indices', () => {
  it.each([
    ['kind=spi', ['36/2021', 'national/2023', 'national/2024']],
    ['region=36', ['36/2021', '36/2021']],
    ['province=36', ['36.73/2021', '36/2021', '36/2021']],
    ['province=32', []],
    ['subject=national&sort=-year', ['national/2024', 'national/2023']],
    ['year=2021', ['36.73/2021', '36/2021', '36/2021']],
    ['misjudged=true', ['national/2023', 'national/2024']],
    ['disputed=true', []],
  ])('is narrowed by %s', async (query, expected) => {
    const items = await itemsOf(`/v1/indices?${query}`);
    expect(items.map(({ subject, year }) => `${String(subject)}/${String(year)}`)).toEqual(
      expected,
    );
  });

  it('has a row for each index, subject and year as CSV', async () => {
    const { text } = await api.get('/v1/indices?kind=SPI&subject=national&year=2024&format=csv');
    expect(text).toContain('SPI,national,,,2024,71.53,red,yellow,I6,false,true,');
  });

  it('says of each publication what nobody confirms of the scale of its index', async () => {
    const [spi] = await itemsOf('/v1/indices?kind=SPI&subject=national&year=2024');
    expect(spi).toMatchObject({
      publications: [{ policyVersion: 1, unconfirmed: ['scales.SPI.bands: before 2024'] }],
    });
    const [mcp] = await itemsOf('/v1/indices?kind=MCP&subject=36');
    expect(mcp).toMatchObject({ publications: [{ unconfirmed: [] }] });
  });

  it('is read in order from an index', () => {
    expect([...missingIndexes(indexList), ...missingIndexes(divergenceList)]).toEqual([]);
  });
});

describe('GET /v1/indices/{kind}', () => {
  it('tells the scale in force, what of it nobody confirms, and the years of every subject', async () => {
    const { body } = await api.get('/v1/indices/spi?on=2024-12-31');
    expect(body).toMatchObject({
      kind: 'SPI',
      scale: {
        policyVersion: 1,
        bands: [{ id: 'red' }, { id: 'yellow', from: '73' }, { id: 'green', from: '78' }],
        unconfirmed: ['scales.SPI.bands: before 2024'],
      },
      series: [
        { subject: '36', years: [{ year: 2021 }] },
        {
          subject: 'national',
          years: [
            { year: 2023 },
            {
              year: 2024,
              publications: [
                {
                  value: '71.53',
                  band: 'red',
                  claimedBand: 'yellow',
                  unconfirmed: ['scales.SPI.bands: before 2024'],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('shows values without a scale where no policy lists the index', async () => {
    expect((await api.get('/v1/indices/MCP')).body).toMatchObject({
      scale: null,
      series: [{ subject: '36' }, { subject: '36.73' }],
    });
    expect((await api.get('/v1/indices/XYZ')).status).toBe(404);
  });
});

describe('GET /v1/indices/divergence', () => {
  it('puts the widest gap first when asked, and says where one figure is unknown', async () => {
    const items = await itemsOf('/v1/indices/divergence?year=2021&sort=-difference');
    expect(items).toMatchObject([
      {
        region: '36',
        difference: '31.85',
        holding: { mcp: { value: '93.25' }, spi: { value: '61.4' } },
      },
      { region: '36.73', difference: null, holding: { spi: null } },
    ]);
  });
});
