import type { UnitEvent } from '@jejak/domain/unit/events';

import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { unitDirectory } from './unit-directory';
import { existingOn, unitOn } from './unit-on';

const office = (unit: string, name: string, validFrom: string | null = null): UnitEvent => ({
  type: 'UnitRegistered',
  data: {
    ...{ region: '36.04', unit, kind: 'office', name, code: null, parent: null },
    ...{ validFrom, source: null },
  },
});
const change = { region: '36.04', legalBasis: 'Perda 11/2016', source: null };
const story: readonly UnitEvent[] = [
  office('pertanian', 'Dinas Pertanian'),
  office('perkebunan', 'Dinas Perkebunan'),
  office('baru', 'Dinas Pertanian dan Perkebunan', '2017-01-02'),
  {
    type: 'UnitRenamed',
    data: {
      ...change,
      ...{ unit: 'pertanian', name: 'Dinas Tani', previous: 'Dinas Pertanian' },
      validFrom: '2015-01-01',
    },
  },
  {
    type: 'UnitsMerged',
    data: {
      ...change,
      ...{ units: ['pertanian', 'perkebunan'], into: 'baru', validFrom: '2017-01-02' },
    },
  },
];
const log = recorded(story.map((event) => ({ stream: 'units-36.04', event })));
const units = fold(unitDirectory, log);

describe('unit directory', () => {
  it('keeps every name with its days, also of a unit that has gone', () => {
    const old = units.get('36.04/pertanian')!;
    expect(old).toMatchObject({ closedOn: '2017-01-02', mergedInto: 'baru' });
    const nameOn = (day?: string) => unitOn(old, day).name;
    expect([nameOn('2014-12-31'), nameOn('2015-01-01'), nameOn()]).toEqual([
      'Dinas Pertanian',
      'Dinas Tani',
      'Dinas Tani',
    ]);
  });

  it('can be asked what exists on a day', () => {
    const { existsFrom, existsUntil } = units.get('36.04/baru')!;
    expect([existsFrom, existsUntil]).toEqual(['2017-01-02', '9999-12-31']);
    expect(existingOn('2017-01-01')).toEqual({
      existsFrom: { $lte: '2017-01-01' },
      existsUntil: { $gt: '2017-01-01' },
    });
    expect(existingOn(undefined)).toEqual({});
  });

  it('is unchanged by events it has seen', () => {
    expect(fold(unitDirectory, twice(log))).toEqual(units);
  });
});
