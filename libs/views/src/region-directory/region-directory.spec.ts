import { bantenLog, bantenRegions, regionFact } from '../testing/banten';
import { fold, twice } from '../testing/fold';
import { importedAt, recorded } from '../testing/recorded';
import { directoryAsOf } from './directory-as-of';
import { regionDirectory } from './region-directory';

const log = bantenLog();
const banten = fold(regionDirectory, log).get('36') ?? null;

describe('region directory', () => {
  it('holds a province with its regencies and cities by code, in whatever order they came', () => {
    const reversed = fold(regionDirectory, recorded([...bantenRegions].reverse())).get('36');
    expect(reversed?.regions.map(({ code }) => code)).toEqual([
      '36',
      '36.01',
      '36.02',
      '36.03',
      '36.04',
      '36.71',
      '36.72',
      '36.73',
      '36.74',
    ]);
  });

  it('keeps provinces apart', () => {
    const facts = [...bantenRegions, regionFact('33.09', 'Kabupaten Boyolali', 'regency')];
    expect([...fold(regionDirectory, recorded(facts)).keys()]).toEqual(['36', '33']);
  });

  it('is unchanged by events it has seen', () => {
    expect(fold(regionDirectory, twice(log))).toEqual(fold(regionDirectory, log));
  });

  it('knows a region from the instant its registration was recorded', () => {
    expect(directoryAsOf(banten, { knownAt: importedAt }).units).toHaveLength(8);
    expect(directoryAsOf(banten, { knownAt: '2026-01-05T01:59:59.999Z' })).toEqual({
      province: null,
      units: [],
    });
  });

  it('counts a region from the first day of its validity to the day before its end', () => {
    const [serang] = recorded([regionFact('36.73', 'Kota Serang', 'city')]);
    if (serang?.event.type !== 'RegionRegistered') throw new Error('no registration');
    const validity = { validFrom: '2007-08-10', validUntil: '2030-01-01' };
    const event = { ...serang.event, data: { ...serang.event.data, ...validity } };
    const directory = fold(regionDirectory, [{ ...serang, event }]).get('36') ?? null;
    const unitsOn = (validAt: string) => directoryAsOf(directory, { validAt }).units.length;
    expect(['2007-08-09', '2007-08-10', '2029-12-31', '2030-01-01'].map(unitsOn)).toEqual([
      0, 1, 1, 0,
    ]);
  });
});
