import type { RegionRecoded } from '@jejak/domain/region/events';

import { regionDirectory } from '../region-directory/region-directory';
import { regionFact } from '../testing/banten';
import { fold } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { isOfProvince, provincesOfRecords, rankingOfProvince } from './records-of-province';

const recodedAt = '2026-02-01T02:00:00.000Z';
const recoded: RegionRecoded = {
  type: 'RegionRecoded',
  data: {
    ...{ region: '92.71', code: '96.71', validFrom: '2022-12-09', previous: '92.71' },
    ...{ name: 'Kota Sorong', level: 'city', parent: '96', legalBasis: 'UU 29/2022' },
    source: null,
  },
};
const directories = fold(
  regionDirectory,
  recorded([
    regionFact('92', 'Papua Barat', 'province'),
    regionFact('92.02', 'Manokwari', 'regency'),
    regionFact('92.71', 'Kota Sorong', 'city'),
    regionFact('96', 'Papua Barat Daya', 'province'),
    { stream: 'region-92.71', event: recoded, recordedAt: recodedAt },
  ]),
);
const of = (id: string, on: string, knownAt?: string) => ({
  ...{ id, on, knownAt },
  directory: directories.get(id) ?? null,
});

describe('the regions of a province', () => {
  it('are those that have a code of it on the day', () => {
    for (const [on, former, present] of [
      ['2022-12-08', true, false],
      ['2022-12-09', false, true],
    ] as const) {
      expect([on, isOfProvince(of('92', on))('92.71')]).toEqual([on, former]);
      expect([on, isOfProvince(of('96', on))('92.71')]).toEqual([on, present]);
    }
  });

  it('are as it was known, before the change of a code was recorded', () => {
    const before = '2026-01-31T00:00:00.000Z';
    expect(isOfProvince(of('92', '2023-01-01', before))('92.71')).toBe(true);
    expect(isOfProvince(of('96', '2023-01-01', before))('92.71')).toBe(false);
    expect(isOfProvince(of('96', '2023-01-01', recodedAt))('92.71')).toBe(true);
  });

  it('include what nobody registered under its own codes, and no other', () => {
    expect(isOfProvince(of('92', '2023-01-01'))('92.99')).toBe(true);
    expect(isOfProvince(of('92', '2023-01-01'))('96.99')).toBe(false);
    expect(isOfProvince(of('11', '2023-01-01'))('11.01')).toBe(true);
  });

  it('are recorded with the province of their ids, however many those are', () => {
    expect(provincesOfRecords(of('96', '2023-01-01'))).toEqual(['96', '92']);
    expect(provincesOfRecords(of('11', '2023-01-01'))).toEqual(['11']);
    expect(rankingOfProvince([], of('96', '2023-01-01'))).toBeNull();
  });
});
