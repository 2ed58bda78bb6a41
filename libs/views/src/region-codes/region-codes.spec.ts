import type { RegionRecoded } from '@jejak/domain/region/events';

import { directoryAsOf } from '../region-directory/directory-as-of';
import { regionDirectory } from '../region-directory/region-directory';
import { regionFact } from '../testing/banten';
import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { heldOn, regionCodes } from './region-codes';

const recoded: RegionRecoded = {
  type: 'RegionRecoded',
  data: {
    ...{ region: '92.01', code: '96.01', validFrom: '2022-12-09', previous: '92.01' },
    ...{ name: 'Kabupaten Sorong', level: 'regency', parent: '96' },
    ...{ legalBasis: 'UU 29/2022', source: null },
  },
};
const log = recorded([
  regionFact('92', 'Papua Barat', 'province'),
  regionFact('92.01', 'Kabupaten Sorong', 'regency'),
  regionFact('96', 'Papua Barat Daya', 'province'),
  { stream: 'region-92.01', event: recoded, recordedAt: '2026-02-01T00:00:00.000Z' },
]);

describe('a region that changed its code', () => {
  const region = fold(regionCodes, log).get('92.01')!;
  const directories = fold(regionDirectory, log);
  const listed = (province: string, validAt?: string, knownAt?: string) =>
    directoryAsOf(directories.get(province) ?? null, { validAt, knownAt }).units.map(
      ({ id, code }) => [id, code],
    );

  it('has each code for its days', () => {
    const codeOn = (day: string) => heldOn(region.codes, day)?.code;
    expect([codeOn('2022-12-08'), codeOn('2022-12-09')]).toEqual(['92.01', '96.01']);
  });

  it('is listed in its old province before and in its new one after, under one id', () => {
    expect(listed('92', '2022-12-08')).toEqual([['92.01', '92.01']]);
    expect(listed('96', '2022-12-08')).toEqual([]);
    expect(listed('92', '2022-12-09')).toEqual([]);
    expect(listed('96', '2022-12-09')).toEqual([['92.01', '96.01']]);
  });

  it('is listed once where no day is asked', () => {
    expect([listed('92'), listed('96')]).toEqual([[], [['92.01', '96.01']]]);
  });

  it('is where it was known to be before the change was recorded', () => {
    const knownAt = '2026-01-31T00:00:00.000Z';
    expect(listed('92', '2023-01-01', knownAt)).toEqual([['92.01', '92.01']]);
    expect(listed('96', '2023-01-01', knownAt)).toEqual([]);
  });

  it('is unchanged by events that were seen', () => {
    expect(fold(regionCodes, twice(log))).toEqual(fold(regionCodes, log));
    expect(fold(regionDirectory, twice(log))).toEqual(directories);
  });
});
