import fc from 'fast-check';
import { givenFor } from '../../testing/given';
import { pactCoverage, type UnitSignaturesCounted, percentSigned, type RecordPactCoverage } from '..';

const given = givenFor(pactCoverage);
const source = { id: 'S3', citation: 'ANTARA Banten, 2022' };
const count = {
  ...{ region: '36.04', unit: 'disdukcapil', unitName: 'Disdukcapil', staff: 120, signed: 119 },
  ...{ asOf: '2022-06-23', source },
};
const record = (change: Partial<RecordPactCoverage> = {}): RecordPactCoverage => ({
  type: 'RecordPactCoverage',
  ...count,
  regionRegistered: true,
  actor: { kind: 'person', id: 'operator' },
  at: '2022-06-24T02:00:00.000Z',
  ...change,
});
const recorded: UnitSignaturesCounted = {
  type: 'UnitSignaturesCounted',
  data: { ...count, percent: '99.17' },
};

describe('the coverage of a unit', () => {
  it('is signed of staff, with day and source', () => {
    given().when(record()).then(recorded);
    given()
      .when(record({ staff: 3, signed: 3 }))
      .then({ ...recorded, data: { ...recorded.data, staff: 3, signed: 3, percent: '100' } });
  });

  it('keeps two counts of one day from two sources, and none twice', () => {
    const other = { id: 'BKD', citation: 'letter of the personnel board' };
    given(recorded).when(record()).refused('pact.coverage-already-recorded');
    given(recorded)
      .when(record({ source: other, signed: 100 }))
      .then({
        ...recorded,
        data: { ...recorded.data, source: other, signed: 100, percent: '83.33' },
      });
  });

  it.each<[string, Partial<RecordPactCoverage>]>([
    ['pact.region-unknown', { regionRegistered: false }],
    ['pact.invalid-identifier', { unit: 'Dis Duk' }],
    ['pact.blank-text', { unitName: ' ' }],
    ['pact.invalid-count', { staff: 0, signed: 0 }],
    ['pact.invalid-count', { signed: -1 }],
    ['pact.signed-count-above-staff', { signed: 121 }],
    ['pact.future-date', { asOf: '2022-06-25' }],
    ['pact.blank-text', { source: { id: '', citation: 'x' } }],
  ])('is refused with %s', (code, change) => {
    given().when(record(change)).refused(code);
  });

  it('is between nothing and everything', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.nat(5_000), (staff, some) => {
        const percent = Number(percentSigned(Math.min(some, staff), staff));
        return percent >= 0 && percent <= 100;
      }),
    );
  });
});
