import { givenFor } from '../testing/given';
import { levelOfCode, region, type RegionRegistered, type RegisterRegion } from '.';

const given = givenFor(region);
const context = {
  actor: { kind: 'person', id: 'operator' },
  at: '2025-03-01T02:00:00.000Z',
} as const;

const banten: RegionRegistered['data'] = {
  code: '36',
  name: 'Provinsi Banten',
  level: 'province',
  parent: null,
  validFrom: null,
  validUntil: null,
  subdivisions: null,
  source: null,
};
const serang: RegionRegistered['data'] = {
  ...banten,
  code: '36.73',
  name: 'Kota Serang',
  level: 'city',
  parent: '36',
  subdivisions: { districts: 6, urbanVillages: 67, villages: 0 },
  source: { id: 'K2', citation: 'public code with the BMKG adm4 codes of Banten' },
};

const register = (
  data: RegionRegistered['data'],
  parentRegion: RegionRegistered['data'] | null = banten,
): RegisterRegion => ({ type: 'RegisterRegion', ...context, ...data, parentRegion });

const registered = (data: RegionRegistered['data']): RegionRegistered => ({
  type: 'RegionRegistered',
  data,
});

describe('a region', () => {
  it('is registered once, its unknowns staying null', () => {
    given().when(register(banten, null)).then(registered(banten));
    given().when(register(serang)).then(registered(serang));
    given(registered(serang)).when(register(serang)).refused('region.already-registered');
  });

  it.each([
    ['36', 'province'],
    ['36.01', 'regency'],
    ['36.69', 'regency'],
    ['36.71', 'city'],
    ['36.99', 'city'],
    ['36.00', null],
    ['36.70', null],
    ['3673', null],
    ['36.73.01', null],
  ])('reads the code %s as %s', (code, level) => {
    expect(levelOfCode(code)).toBe(level);
  });

  it('has the level its code stands for', () => {
    given()
      .when(register({ ...serang, code: '36.70' }))
      .refused('region.invalid-code');
    given()
      .when(register({ ...serang, level: 'regency' }))
      .refused('region.level-mismatch');
  });

  it('lies in the registered province its code begins with', () => {
    given()
      .when(register({ ...banten, parent: '36' }))
      .refused('region.province-has-parent');
    given()
      .when(register({ ...serang, parent: '32' }))
      .refused('region.parent-mismatch');
    given()
      .when(register({ ...serang, parent: null }))
      .refused('region.parent-mismatch');
    given().when(register(serang, null)).refused('region.parent-unknown');
    given()
      .when(register(serang, { ...banten, code: '36', level: 'city' }))
      .refused('region.parent-not-province');
  });

  it('is valid for at least a day', () => {
    const validity = (validFrom: string, validUntil: string) =>
      register({ ...serang, validFrom, validUntil });
    given().when(validity('2007-02-30', '2008-01-01')).refused('region.invalid-date');
    given().when(validity('2007-08-10', '2008-02-30')).refused('region.invalid-date');
    given()
      .when(validity('2008-01-01', '2008-01-01'))
      .refused('region.validity-ends-before-it-begins');
    const held = { ...serang, validFrom: '2007-08-10', validUntil: '2008-01-01' };
    given().when(register(held)).then(registered(held));
  });

  it('counts its subdivisions in whole numbers, names itself and cites its source', () => {
    const subdivisions = { districts: 6.5, urbanVillages: 67, villages: 0 };
    given()
      .when(register({ ...serang, subdivisions }))
      .refused('region.invalid-count');
    given()
      .when(register({ ...serang, name: ' ' }))
      .refused('region.blank-text');
    given()
      .when(register({ ...serang, source: { id: '', citation: 'x' } }))
      .refused('region.blank-text');
  });
});
