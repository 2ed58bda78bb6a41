import { givenFor } from '../testing/given';
import {
  serang,
  banten,
  office,
  cikande,
  petir,
  village,
  registered,
  register,
} from '../testing/units';
import { units } from '.';

const given = givenFor(units);

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
