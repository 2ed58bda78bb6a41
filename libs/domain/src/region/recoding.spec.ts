import { givenFor } from '../testing/given';
import {
  type CodeTenure,
  type RecodeRegion,
  region,
  type RegionCodeReserved,
  type RegionRecoded,
  type RegionRegistered,
  type RegisteredRegion,
  type ReserveRegionCode,
  reservedFor,
  tenureOn,
} from '.';

const given = givenFor(region);
const context = {
  actor: { kind: 'person', id: 'operator' },
  at: '2023-01-10T02:00:00.000Z',
} as const;
const day = '2022-12-09';

const province = (code: string): RegionRegistered['data'] => ({
  code,
  name: `Province ${code}`,
  level: 'province',
  parent: null,
  validFrom: null,
  validUntil: null,
  subdivisions: null,
  source: null,
});
const sorong: RegionRegistered['data'] = {
  ...province('92.01'),
  name: 'Kabupaten Sorong',
  level: 'regency',
  parent: '92',
};
const registered = (data: RegionRegistered['data']): RegionRegistered => ({
  type: 'RegionRegistered',
  data,
});
const tenure = (code: string, validUntil: string | null = null): CodeTenure => ({
  code,
  validFrom: null,
  validUntil,
});
const sorongState: RegisteredRegion = { region: sorong, tenures: [tenure('92.01')] };

const reserve = (changes: Partial<ReserveRegionCode> = {}): ReserveRegionCode => ({
  type: 'ReserveRegionCode',
  ...context,
  code: '96.01',
  region: '92.01',
  validFrom: day,
  source: null,
  regionState: sorongState,
  earlier: [],
  ...changes,
});
const reserved = (region = '92.01', validFrom = day): RegionCodeReserved => ({
  type: 'RegionCodeReserved',
  data: { code: '96.01', region, validFrom, source: null },
});
const recode = (changes: Partial<RecodeRegion> = {}): RecodeRegion => ({
  type: 'RecodeRegion',
  ...context,
  region: '92.01',
  code: '96.01',
  validFrom: day,
  legalBasis: 'UU 29/2022',
  source: null,
  reservation: { region: '92.01', validFrom: day },
  parentRegion: province('96'),
  parentId: '96',
  ...changes,
});
const recoded = (): RegionRecoded => ({
  type: 'RegionRecoded',
  data: {
    region: '92.01',
    code: '96.01',
    validFrom: day,
    previous: '92.01',
    name: 'Kabupaten Sorong',
    level: 'regency',
    parent: '96',
    legalBasis: 'UU 29/2022',
    source: null,
  },
});

describe('a code kept for a region', () => {
  it('is kept in the stream of the code itself, so that two regions meet there', () => {
    given().when(reserve()).then(reserved());
    given(reserved())
      .when(reserve({ region: '92.02', earlier: [{ region: '92.01', tenures: [] }] }))
      .refused('region.code-held');
    given(reserved())
      .when({ ...reserve(), type: 'RegisterRegion', ...sorong, code: '96.01', parentRegion: null })
      .refused('region.code-held');
  });

  it('is of a known region and of its level', () => {
    given()
      .when(reserve({ regionState: null }))
      .refused('region.region-unknown');
    given()
      .when(reserve({ code: '96.71' }))
      .refused('region.level-mismatch');
    given()
      .when(reserve({ code: '9601' }))
      .refused('region.invalid-code');
    given()
      .when(reserve({ validFrom: '2022-02-30' }))
      .refused('region.invalid-date');
    given()
      .when(reserve({ source: { id: '', citation: 'x' } }))
      .refused('region.blank-text');
  });

  it('is free again from the day its first region has another', () => {
    const other: ReserveRegionCode = reserve({ code: '92.01', region: '92.02' });
    const own = registered(sorong);
    given(own).when(other).refused('region.code-held');
    given(own, recoded())
      .when({ ...other, validFrom: '2022-12-08' })
      .refused('region.code-held');
    given(own, recoded())
      .when(other)
      .then({
        type: 'RegionCodeReserved',
        data: { code: '92.01', region: '92.02', validFrom: day, source: null },
      });
  });

  it('is free again once a later region has used it and left it, not before it was used', () => {
    const next = (tenures: readonly CodeTenure[]) =>
      reserve({
        region: '92.02',
        validFrom: '2030-01-01',
        earlier: [{ region: '92.01', tenures }],
      });
    given(reserved())
      .when(next([tenure('92.01')]))
      .refused('region.code-held');
    given(reserved())
      .when(next([tenure('92.01', day), tenure('96.01')]))
      .refused('region.code-held');
    given(reserved())
      .when(next([tenure('92.01', day), tenure('96.01', '2031-01-01')]))
      .refused('region.code-held');
    given(reserved())
      .when(next([tenure('92.01', day), tenure('96.01', '2030-01-01')]))
      .then(reserved('92.02', '2030-01-01'));
    given(reserved())
      .when(reserve({ validFrom: '2030-01-01' }))
      .refused('region.code-held');
  });
});

describe('a region that gets another code', () => {
  const own = registered(sorong);

  it('keeps its id, and the code before ends the day before', () => {
    given(own).when(recode()).then(recoded());
    const state = [own, recoded()].reduce(
      (before, event) => region.evolve(before, event),
      region.initialState(),
    );
    if (state.status !== 'registered') throw new Error('not registered');
    const codeOn = (at: string | null) => tenureOn(state.tenures, at)?.code;
    expect([codeOn('2022-12-08'), codeOn(day), codeOn(null)]).toEqual(['92.01', '96.01', '96.01']);
  });

  it('must be registered and have the code reserved for that day', () => {
    given().when(recode()).refused('region.region-unknown');
    given(own)
      .when(recode({ reservation: null }))
      .refused('region.code-not-reserved');
    given(own)
      .when(recode({ reservation: { region: '92.02', validFrom: day } }))
      .refused('region.code-not-reserved');
    given(own)
      .when(recode({ reservation: { region: '92.01', validFrom: '2023-01-01' } }))
      .refused('region.code-not-reserved');
  });

  it('stays of its level and lies in the registered province its code begins with', () => {
    given(own)
      .when(recode({ code: '96.71' }))
      .refused('region.level-mismatch');
    given(own)
      .when(recode({ parentRegion: null }))
      .refused('region.parent-unknown');
    given(own)
      .when(recode({ parentRegion: province('92') }))
      .refused('region.parent-unknown');
  });

  it('never has two codes on one day', () => {
    given(own)
      .when(recode({ code: '92.01', parentRegion: province('92') }))
      .refused('region.code-unchanged');
    const again = { code: '96.02', reservation: { region: '92.01', validFrom: day } };
    given(own, recoded()).when(recode(again)).refused('region.overlapping-validity');
    const ended = registered({ ...sorong, validUntil: '2023-01-01' });
    given(ended).when(recode()).refused('region.overlapping-validity');
  });

  it('says by what law, from what day and where that was read', () => {
    given(own)
      .when(recode({ legalBasis: ' ' }))
      .refused('region.blank-text');
    given(own)
      .when(recode({ validFrom: '2022-13-01' }))
      .refused('region.invalid-date');
  });
});

it('the reservation of a day is the last one that has begun', () => {
  const state = [reserved(), reserved('92.02', '2030-01-01')].reduce(
    (before, event) => region.evolve(before, event),
    region.initialState(),
  );
  expect(['2022-01-01', '2025-01-01', null].map((at) => reservedFor(state, at)?.region)).toEqual([
    undefined,
    '92.01',
    '92.02',
  ]);
});
