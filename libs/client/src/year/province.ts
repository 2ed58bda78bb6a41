import type { ClientCommand } from '../client-command';
import { command } from '../facts/command';
import { generatedBy, type YearSettings } from './settings';

export interface SampleRegion {
  readonly code: string;
  readonly name: string;
  readonly level: 'province' | 'regency' | 'city';
}

/** 99 is the code of no province (Kemendagri gives 11 to 97): nobody is meant. */
export const sampleProvince: SampleRegion = {
  code: '99',
  name: 'Provinsi Contoh',
  level: 'province',
};

/** Four regencies and four cities, as Banten has. */
export const sampleRegions: readonly SampleRegion[] = ['Satu', 'Dua', 'Tiga', 'Empat'].flatMap(
  (name, index): SampleRegion[] => [
    { code: `99.0${index + 1}`, name: `Kabupaten Contoh ${name}`, level: 'regency' },
    { code: `99.7${index + 1}`, name: `Kota Contoh ${name}`, level: 'city' },
  ],
);

export const registrations = (
  regions: readonly SampleRegion[],
  settings: YearSettings,
): readonly ClientCommand[] =>
  regions.map(({ code, name, level }) =>
    command(`/v1/regions/${code}/register`, {
      name,
      level,
      parent: level === 'province' ? null : sampleProvince.code,
      subdivisions: null,
      source: generatedBy(settings),
    }),
  );
