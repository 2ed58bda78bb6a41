import { givenFor } from '../../testing/given';
import { sheetInForce } from '../../testing/zone-sheets';
import { by } from '../../testing/zones';
import { type DeclareZone, type RecordPactCoverage, type ZoneDeclared, zoneDeclaration } from '..';

const given = givenFor(zoneDeclaration);
const declare = (change: Partial<DeclareZone> = {}): DeclareZone => ({
  type: 'DeclareZone',
  region: '36.04',
  declaredOn: '2021-03-01',
  publication: 'serangkab.go.id, 2021-03-01',
  witnesses: ['Ombudsman Banten'],
  coverage: { staff: 100, signed: 51 },
  source: null,
  regionRegistered: true,
  sheet: sheetInForce,
  ...by('head'),
  ...change,
});
const declared: ZoneDeclared = {
  type: 'ZoneDeclared',
  data: {
    region: '36.04',
    declaredOn: '2021-03-01',
    publication: 'serangkab.go.id, 2021-03-01',
    witnesses: ['Ombudsman Banten'],
    coverage: { staff: 100, signed: 51 },
    owed: 49,
    source: null,
    policyVersion: 1,
  },
};
const count = (asOf: string, signed: number): RecordPactCoverage => ({
  type: 'RecordPactCoverage',
  region: '36.04',
  asOf,
  coverage: { staff: 100, signed },
  ...by('head'),
});

describe('declaring a zone', () => {
  it('records who signed, and how many signatures are owed', () => {
    given().when(declare()).then(declared);
    given(declared).when(declare()).refused('zone.already-declared');
  });

  it('needs most of the staff to have signed, or all', () => {
    given()
      .when(declare({ coverage: { staff: 100, signed: 50 } }))
      .refused('zone.coverage-too-low');
    given()
      .when(declare({ coverage: { staff: 100, signed: 101 } }))
      .refused('zone.coverage-impossible');
    given()
      .when(declare({ coverage: { staff: 0, signed: 0 } }))
      .refused('zone.invalid-count');
  });

  it.each<[string, Partial<DeclareZone>]>([
    ['zone.region-unknown', { regionRegistered: false }],
    ['zone.future-date', { declaredOn: '2026-01-01' }],
    ['zone.invalid-date', { declaredOn: '2021-02-29' }],
    ['zone.blank-text', { publication: ' ' }],
    ['zone.blank-text', { witnesses: [''] }],
    ['zone.blank-text', { source: { id: '', citation: 'x' } }],
    ['zone.policy-missing', { sheet: null }],
  ])('is refused with %s', (code, change) => {
    given().when(declare(change)).refused(code);
  });
});

describe('pact coverage', () => {
  it('grows after the declaration, in the order of its days', () => {
    given(declared)
      .when(count('2021-06-01', 100))
      .then({
        type: 'PactCoverageRecorded',
        data: {
          region: '36.04',
          asOf: '2021-06-01',
          coverage: { staff: 100, signed: 100 },
          owed: 0,
        },
      });
    given(declared).when(count('2021-02-28', 60)).refused('zone.before-previous-step');
    given().when(count('2021-06-01', 60)).refused('zone.not-declared');
    given(declared).when(count('2021-06-01', 101)).refused('zone.coverage-impossible');
  });
});
