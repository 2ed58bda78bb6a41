import type { TrainingEvent } from '@jejak/domain/training/events';
import type { TrainingDocument } from '@jejak/views';
import { recorded } from '@jejak/views/testing/recorded';

import { csvRecords, ndjsonItems, pagedItems } from '../testing/list-forms';
import { type QueryApi, queryApiOver } from '../testing/query-api';

const source = { id: 'S4', citation: 'BBC Serang, 2016' };
const person = '5f0c2a91-3c1e-4b7a-9a43-7f0f5a4c2e11';
const opened = (training: string, region: string, title: string): TrainingEvent => ({
  type: 'TrainingOpened',
  data: { training, region, title, period: '2016', organiser: null, source },
});
const key = { training: 'tunas-2016', region: '36' };
const story: readonly TrainingEvent[] = [
  opened('tunas-2016', '36', 'Tunas integritas'),
  opened('cilegon-2023', '36.72', '=HYPERLINK("http://x", "Sosialisasi")'),
  opened('serang-2023', '36.04', 'Sosialisasi'),
  { type: 'ParticipantsCounted', data: { ...key, group: 'formed', count: 222, source } },
  { type: 'AssessmentAnnounced', data: { ...key, count: 300, source } },
  { type: 'ParticipantRegistered', data: { ...key, person } },
];

let api: QueryApi;
beforeAll(async () => {
  const stream = ({ data }: TrainingEvent) => `training-${data.training}`;
  api = await queryApiOver(recorded(story.map((event) => ({ stream: stream(event), event }))));
});
afterAll(() => api.close());

const idsOf = (items: readonly Pick<TrainingDocument, 'training'>[]): readonly string[] =>
  items.map(({ training }) => training);

describe('GET /v1/trainings', () => {
  it('lists the programmes of a region, exactly', async () => {
    const { body } = await api.get('/v1/trainings?region=36');
    expect(body).toMatchObject({
      items: [
        {
          training: 'tunas-2016',
          participants: 223,
          assessed: 0,
          announcements: [{ count: 300, source: { id: 'S4' } }],
        },
      ],
      next: null,
      position: '600/600',
    });
  });

  it.each([
    ['', ['cilegon-2023', 'serang-2023', 'tunas-2016']],
    ['?sort=changedAt', ['cilegon-2023', 'serang-2023', 'tunas-2016']],
    ['?sort=-changedAt', ['tunas-2016', 'serang-2023', 'cilegon-2023']],
  ])('is the same by its pages and as NDJSON: %s', async (query, expected) => {
    const url = `/v1/trainings${query}`;
    expect(idsOf(await pagedItems<TrainingDocument>(api, url))).toEqual(expected);
    expect(idsOf(await ndjsonItems<TrainingDocument>(api, url))).toEqual(expected);
  });

  it('is CSV in which nothing is a formula, and unknown is empty', async () => {
    const [header, first, , last] = await csvRecords(api, '/v1/trainings');
    expect(header).toMatch(
      /^training,region,province,title,period,sessions,participants,announced/,
    );
    expect(first).toMatch(
      /^cilegon-2023,36\.72,36,"'=HYPERLINK\(""http:\/\/x"", ""Sosialisasi""\)",2016,0,,,0,/,
    );
    expect(last).toMatch(/^tunas-2016,36,36,Tunas integritas,2016,0,223,300,0,/);
  });

  it('shows the pseudonym of no participant in any form', async () => {
    for (const url of ['', '?format=csv', '?format=ndjson', '/tunas-2016']) {
      expect((await api.get(`/v1/trainings${url}`)).text).not.toContain(person);
    }
  });

  it.each(['region=Banten', 'sort=title', 'limit=0', 'cursor=x', 'person=x'])(
    'refuses %s',
    async (part) => {
      const { status, body } = await api.get(`/v1/trainings?${part}`);
      expect([status, body['field']]).toEqual([400, part.split('=')[0]]);
    },
  );

  it('shows one programme, and 404 for one that is not there', async () => {
    expect((await api.get('/v1/trainings/serang-2023')).body).toMatchObject({
      ...{ title: 'Sosialisasi', participants: null },
    });
    expect((await api.get('/v1/trainings/serang-1999')).body).toMatchObject({
      ...{ status: 404, detail: 'There is no training programme serang-1999.' },
    });
  });
});
