import type { RegisteredRegion } from '../region';
import { givenFor } from '../testing/given';
import {
  type CloseUnit,
  type MergeUnits,
  type RecodeUnit,
  type RegisterUnit,
  type RenameUnit,
  type UnitRegistered,
  units,
} from '.';

const given = givenFor(units);
const context = {
  actor: { kind: 'person', id: 'operator' },
  at: '2025-03-01T02:00:00.000Z',
} as const;
const change = { validFrom: '2017-01-02', legalBasis: 'Perda 11/2016', source: null } as const;

const serang: RegisteredRegion = {
  region: {
    code: '36.04',
    name: 'Kabupaten Serang',
    level: 'regency',
    parent: '36',
    validFrom: null,
    validUntil: null,
    subdivisions: null,
    source: null,
  },
  tenures: [{ code: '36.04', validFrom: null, validUntil: null }],
};
const banten: RegisteredRegion = {
  region: { ...serang.region, code: '36', level: 'province', parent: null },
  tenures: [{ code: '36', validFrom: null, validUntil: null }],
};

type Data = UnitRegistered['data'];
const office = (unit: string, name = unit, validFrom: string | null = null): Data => ({
  region: '36.04',
  unit,
  kind: 'office',
  name,
  code: null,
  parent: null,
  validFrom,
  source: null,
});
const cikande: Data = { ...office('cikande', 'Cikande'), kind: 'district', code: '36.04.07' };
const petir: Data = { ...office('petir', 'Petir'), kind: 'district', code: '36.04.08' };
const village = (unit: string, parent: string, code: string | null, name = unit): Data => ({
  ...office(unit, name),
  kind: 'village',
  parent,
  code,
});

const registered = (data: Data): UnitRegistered => ({ type: 'UnitRegistered', data });
const register = (data: Data, regionState: RegisteredRegion | null = serang): RegisterUnit => ({
  type: 'RegisterUnit',
  ...context,
  ...data,
  regionState,
});
const rename = (unit: string, name: string, changes: Partial<RenameUnit> = {}): RenameUnit => ({
  type: 'RenameUnit',
  ...context,
  ...change,
  region: '36.04',
  unit,
  name,
  ...changes,
});
const recode = (unit: string, code: string, changes: Partial<RecodeUnit> = {}): RecodeUnit => ({
  type: 'RecodeUnit',
  ...context,
  ...change,
  region: '36.04',
  unit,
  code,
  regionState: serang,
  ...changes,
});
const merge = (names: string[], into: string, changes: Partial<MergeUnits> = {}): MergeUnits => ({
  type: 'MergeUnits',
  ...context,
  ...change,
  region: '36.04',
  units: names,
  into,
  ...changes,
});
const close = (unit: string, changes: Partial<CloseUnit> = {}): CloseUnit => ({
  type: 'CloseUnit',
  ...context,
  ...change,
  region: '36.04',
  unit,
  ...changes,
});

describe('a unit', () => {
  it('is registered once in a region that stands', () => {
    given()
      .when(register(office('bapenda')))
      .then(registered(office('bapenda')));
    given(registered(office('bapenda')))
      .when(register(office('bapenda', 'Another')))
      .refused('unit.already-registered');
    given()
      .when(register(office('bapenda'), null))
      .refused('unit.region-unknown');
    const ended = { ...serang, tenures: [{ ...serang.tenures[0]!, validUntil: '2020-01-01' }] };
    given()
      .when(register(office('bapenda'), ended))
      .refused('unit.region-ended');
    const before = office('bapenda', 'Bapenda', '2019-12-31');
    given().when(register(before, ended)).then(registered(before));
  });

  it('says what it is in words that can be read', () => {
    given()
      .when(register(office('Bapenda')))
      .refused('unit.invalid-identifier');
    given()
      .when(register(office('bapenda', ' ')))
      .refused('unit.blank-text');
    given()
      .when(register(office('bapenda', 'x', '2017-02-30')))
      .refused('unit.invalid-date');
  });

  it('has the code of its kind, in its district or region', () => {
    given().when(register(cikande)).then(registered(cikande));
    const in36 = (code: string | null) => register({ ...cikande, code });
    given().when(in36('36.04')).refused('unit.invalid-code');
    given().when(in36('36.73.01')).refused('unit.code-elsewhere');
    given()
      .when(register({ ...office('bapenda'), code: '36.04.07' }))
      .refused('unit.invalid-code');
    const desa = (code: string | null) => register(village('julang', 'cikande', code));
    given(registered(cikande)).when(desa('36.04.07.1001')).refused('unit.invalid-code');
    given(registered(cikande)).when(desa('36.04.08.2001')).refused('unit.code-elsewhere');
    given(registered(cikande))
      .when(desa('36.04.07.2001'))
      .then(registered(village('julang', 'cikande', '36.04.07.2001')));
  });

  it('divides a regency or city, a village a district', () => {
    given().when(register(cikande, banten)).refused('unit.kind-mismatch');
    given()
      .when(register(village('julang', 'nowhere', null)))
      .refused('unit.unit-unknown');
    given()
      .when(register({ ...village('julang', 'x', null), parent: null }))
      .refused('unit.parent-mismatch');
    given(registered(office('bapenda')))
      .when(register(village('julang', 'bapenda', null)))
      .refused('unit.parent-mismatch');
    given(registered(cikande))
      .when(register({ ...petir, parent: 'cikande' }))
      .refused('unit.parent-mismatch');
    given(registered({ ...cikande, validFrom: '2010-01-01' }))
      .when(register({ ...village('julang', 'cikande', null), validFrom: '2009-12-31' }))
      .refused('unit.closed');
  });

  it('shares its name and code with no other while both hold', () => {
    given(registered(office('bapenda', 'Badan Pendapatan Daerah')))
      .when(register(office('other', 'badan  pendapatan daerah')))
      .refused('unit.name-taken');
    given(registered(cikande))
      .when(register({ ...petir, code: '36.04.07' }))
      .refused('unit.code-taken');
  });

  it('may have the name of a village elsewhere: Sindangsari lies in two districts', () => {
    const first = village('sindangsari-cikande', 'cikande', null, 'Sindangsari');
    const second = village('sindangsari-petir', 'petir', null, 'Sindangsari');
    given(registered(cikande), registered(petir), registered(first))
      .when(register(second))
      .then(registered(second));
  });
});

describe('a change of a unit', () => {
  const bppt = registered(office('dpmptsp', 'BPPT', '2008-01-01'));
  const renamed = {
    type: 'UnitRenamed',
    data: { region: '36.04', unit: 'dpmptsp', name: 'DPMPTSP', previous: 'BPPT', ...change },
  } as const;

  it('renames it from a day on, and the name before is free from that day', () => {
    given(bppt).when(rename('dpmptsp', 'DPMPTSP')).then(renamed);
    const again = office('other', 'BPPT', '2017-01-02');
    given(bppt, renamed).when(register(again)).then(registered(again));
    given(bppt, renamed)
      .when(register({ ...again, validFrom: '2017-01-01' }))
      .refused('unit.name-taken');
  });

  it('comes after every earlier one and changes something', () => {
    given(bppt, renamed).when(rename('dpmptsp', 'Other')).refused('unit.before-last-change');
    given(bppt).when(rename('dpmptsp', 'BPPT')).refused('unit.nothing-changes');
    given().when(rename('dpmptsp', 'x')).refused('unit.unit-unknown');
    given(bppt)
      .when(rename('dpmptsp', 'x', { legalBasis: '' }))
      .refused('unit.blank-text');
    given(bppt, registered(office('bapenda')))
      .when(rename('bapenda', 'BPPT'))
      .refused('unit.name-taken');
  });

  it('gives it another code, in the same place', () => {
    given(registered(cikande), registered(petir))
      .when(recode('cikande', '36.04.08'))
      .refused('unit.code-taken');
    given(registered(cikande)).when(recode('cikande', '36.03.01')).refused('unit.code-elsewhere');
    given(registered(cikande)).when(recode('cikande', '36.04.07')).refused('unit.nothing-changes');
    given(registered(cikande)).when(recode('petir', '36.04.08')).refused('unit.unit-unknown');
    given(registered(cikande))
      .when(recode('cikande', '36.04.30', { regionState: null }))
      .refused('unit.region-unknown');
    given(registered(cikande))
      .when(recode('cikande', '36.04.30'))
      .then({
        type: 'UnitRecoded',
        data: {
          region: '36.04',
          unit: 'cikande',
          code: '36.04.30',
          previous: '36.04.07',
          ...change,
        },
      });
  });

  it('closes it for good', () => {
    const closed = {
      type: 'UnitClosed',
      data: { region: '36.04', unit: 'dpmptsp', ...change },
    } as const;
    given(bppt).when(close('dpmptsp')).then(closed);
    given(bppt, closed).when(close('dpmptsp')).refused('unit.closed');
    given(bppt, closed).when(rename('dpmptsp', 'x')).refused('unit.closed');
    given().when(close('dpmptsp')).refused('unit.unit-unknown');
    given(registered(cikande), registered(village('julang', 'cikande', null)))
      .when(close('cikande'))
      .refused('unit.has-open-parts');
  });
});

describe('a merger', () => {
  const crops = registered(office('pertanian', 'Dinas Pertanian'));
  const estates = registered(office('perkebunan', 'Dinas Perkebunan'));
  const both = registered(office('pertanian-perkebunan', 'Dinas Pertanian', '2017-01-02'));
  const merged = {
    type: 'UnitsMerged',
    data: { region: '36.04', units: ['pertanian', 'perkebunan'], into: 'new', ...change },
  } as const;
  const successor = registered(office('new', 'Dinas Baru', '2017-01-02'));

  it('ends several units at once, and their names are free from that day', () => {
    given(crops, estates, successor)
      .when(merge(['pertanian', 'perkebunan'], 'new'))
      .then(merged);
    given(crops, estates, successor, merged)
      .when(rename('new', 'Dinas Pertanian', { validFrom: '2018-01-01' }))
      .then({
        type: 'UnitRenamed',
        data: {
          region: '36.04',
          unit: 'new',
          name: 'Dinas Pertanian',
          previous: 'Dinas Baru',
          ...change,
          validFrom: '2018-01-01',
        },
      });
    given(crops).when(register(both.data)).refused('unit.name-taken');
  });

  it('is of several standing units of one kind into another one', () => {
    given(crops, successor).when(merge([], 'new')).refused('unit.merger-of-one');
    given(crops, successor)
      .when(merge(['new'], 'new'))
      .refused('unit.merger-of-one');
    given(crops, successor)
      .when(merge(['pertanian', 'pertanian'], 'new'))
      .refused('unit.merger-of-one');
    given(crops)
      .when(merge(['pertanian'], 'nowhere'))
      .refused('unit.unit-unknown');
    given(successor)
      .when(merge(['pertanian'], 'new'))
      .refused('unit.unit-unknown');
    given(crops, registered(cikande))
      .when(merge(['pertanian'], 'cikande'))
      .refused('unit.kind-mismatch');
    given(crops, estates, successor, merged)
      .when(merge(['pertanian'], 'new', { validFrom: '2018-01-01' }))
      .refused('unit.closed');
    given(crops, successor)
      .when(merge(['pertanian'], 'new', { validFrom: '2017-01-01' }))
      .refused('unit.closed');
  });

  it('leaves no village without a district', () => {
    given(registered(cikande), registered(petir), registered(village('julang', 'cikande', null)))
      .when(merge(['cikande'], 'petir'))
      .refused('unit.has-open-parts');
  });
});
