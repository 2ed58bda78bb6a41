import type { UnitEvent } from '@jejak/domain/unit/events';
import { bantenRegions } from '@jejak/views/testing/banten';
import { recorded } from '@jejak/views/testing/recorded';

import { missingIndexes } from '../testing/list-indexes';
import { queryApiOver, type QueryApi } from '../testing/query-api';
import { unitList } from './unit.list';

const office = (unit: string, name: string, validFrom: string | null): UnitEvent => ({
  type: 'UnitRegistered',
  data: {
    ...{ region: '36.04', unit, kind: 'office', name, code: null, parent: null },
    ...{ validFrom, source: null },
  },
});
const change = { region: '36.04', legalBasis: 'Perda 11/2016', source: null } as const;
const events: readonly UnitEvent[] = [
  office('bppt', 'Badan Pelayanan Perizinan Terpadu', null),
  office('arsip', 'Kantor Arsip', null),
  office('dpka', 'Dinas Perpustakaan dan Kearsipan', '2017-01-02'),
  {
    type: 'UnitRenamed',
    data: {
      ...{ ...change, unit: 'bppt', name: 'DPMPTSP', validFrom: '2017-01-02' },
      previous: 'Badan Pelayanan Perizinan Terpadu',
    },
  },
  {
    type: 'UnitsMerged',
    data: { ...change, units: ['arsip'], into: 'dpka', validFrom: '2017-01-02' },
  },
];

describe('GET /v1/units', () => {
  let api: QueryApi;
  beforeAll(async () => {
    const facts = events.map((event) => ({ stream: 'units-36.04', event }));
    api = await queryApiOver(recorded([...bantenRegions, ...facts]));
  });
  afterAll(() => api.close());

  const names = async (query: string) =>
    ((await api.get(`/v1/units${query}`)).body['items'] as { name: string }[]).map(
      ({ name }) => name,
    );

  it('lists the units of a day under their names of that day', async () => {
    expect(await names('?region=36.04&asOf=2017-01-01')).toEqual([
      'Kantor Arsip',
      'Badan Pelayanan Perizinan Terpadu',
    ]);
    expect(await names('?region=36.04&asOf=2017-01-02&sort=name')).toEqual([
      'DPMPTSP',
      'Dinas Perpustakaan dan Kearsipan',
    ]);
    expect(await names('?region=36.04')).toHaveLength(3);
    expect(await names('?province=36')).toEqual(
      expect.arrayContaining(await names('?region=36.04')),
    );
    expect(await names('?province=32')).toEqual([]);
    expect(await names('?region=36.73')).toEqual([]);
  });

  it('shows what became of one', async () => {
    const { body } = await api.get('/v1/units/36.04/arsip');
    expect(body).toMatchObject({ closedOn: '2017-01-02', mergedInto: 'dpka' });
    expect((await api.get('/v1/units/36.04/nowhere')).status).toBe(404);
  });

  it('stands on the page of its region', async () => {
    const { body } = await api.get('/v1/regions/36.04/page?asOf=2016-06-30');
    expect(body['sections']).toMatchObject({
      units: { status: 'answered', items: [{ unit: 'arsip' }, { unit: 'bppt' }] },
    });
  });

  it('has an index for every filter, and refuses what is no day', async () => {
    expect(missingIndexes(unitList)).toEqual([]);
    expect((await api.get('/v1/units?asOf=2017-02-30')).body['field']).toBe('asOf');
  });
});
