import { givenFor } from '../testing/given';
import {
  change,
  office,
  cikande,
  petir,
  village,
  registered,
  register,
  rename,
  recode,
  merge,
  close,
} from '../testing/units';
import { units } from '.';

const given = givenFor(units);

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
