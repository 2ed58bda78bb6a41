import type { JejakEvent } from '@jejak/domain';

import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { zoneDeclarationOn, zoneDeclarations } from './zone-declarations';

const region = '36.04';
const declared: JejakEvent = {
  type: 'ZoneDeclared',
  data: {
    ...{ region, declaredOn: '2021-03-01', publication: 'serangkab.go.id', witnesses: ['KPK'] },
    ...{ coverage: { staff: 900, signed: 600 }, owed: 300, source: null, policyVersion: 1 },
  },
};
const counted = (asOf: string, signed: number): JejakEvent => ({
  type: 'PactCoverageRecorded',
  data: { region, asOf, coverage: { staff: 900, signed }, owed: 900 - signed },
});
const after = (...events: JejakEvent[]) =>
  fold(
    zoneDeclarations,
    twice(recorded(events.map((event) => ({ stream: `zonedeclaration-${region}`, event })))),
  ).get(region);

describe('the declaration of an integrity zone', () => {
  it('stands with the coverage of its day, and what is owed', () => {
    expect(after(declared)).toMatchObject({
      ...{ declaredOn: '2021-03-01', witnesses: ['KPK'], policyVersion: 1 },
      ...{ asOf: '2021-03-01', staff: 900, signed: 600, percent: '66.67', owed: 300 },
    });
  });

  it('keeps every later count', () => {
    const document = after(declared, counted('2021-06-30', 850), counted('2021-12-31', 900));
    expect(document).toMatchObject({ asOf: '2021-12-31', percent: '100', owed: 0 });
    expect(document?.counts.map(({ asOf, owed }) => [asOf, owed])).toEqual([
      ['2021-03-01', 300],
      ['2021-06-30', 50],
      ['2021-12-31', 0],
    ]);
  });

  it.each([
    ['2021-02-28', null],
    ['2021-03-01', { asOf: '2021-03-01', owed: 300, counts: [{ signed: 600 }] }],
    ['2021-06-30', { asOf: '2021-06-30', owed: 50, counts: [{}, { signed: 850 }] }],
  ])('is on %s as far as had been counted', (day, shown) => {
    const document = after(declared, counted('2021-06-30', 850), counted('2021-12-31', 900));
    const on = zoneDeclarationOn(document!, day);
    if (shown === null) expect(on).toBeNull();
    else expect(on).toMatchObject({ declaredOn: '2021-03-01', ...shown });
    expect(zoneDeclarationOn(document!, '2022-01-01')).toEqual(document);
  });
});
