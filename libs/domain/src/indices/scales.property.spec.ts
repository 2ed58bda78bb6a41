import fc from 'fast-check';

import { scales } from '../testing/index-scales';
import { compareDecimals } from '../values/decimal';
import { indexBandOf, type IndexScale, scaleOf } from '.';
import { indexScalesMustBeSound } from './scale-rules';

const spi = scaleOf(scales.content, 'SPI')!;
const decimal = (hundredths: number): string => String(hundredths / 100);

const sound: fc.Arbitrary<IndexScale> = fc
  .uniqueArray(fc.integer({ min: 1, max: 10_000 }), { maxLength: 6 })
  .map((edges) => ({
    kind: 'SPI',
    name: 'x',
    minimum: '0',
    maximum: '100',
    bands: [0, ...edges.sort((a, b) => a - b)].map((edge, place) => ({
      id: `band-${place}`,
      name: 'x',
      from: decimal(edge),
    })),
  }));
const value = fc.integer({ min: 0, max: 10_000 }).map(decimal);

describe('the bands of SPI', () => {
  it.each([
    ['0', 'red'],
    ['71.53', 'red'],
    ['72.32', 'red'],
    ['72.9', 'red'],
    ['72.95', 'red'],
    ['72.9999999999', 'red'],
    ['73', 'yellow'],
    ['77.9', 'yellow'],
    ['77.95', 'yellow'],
    ['78', 'green'],
    ['100', 'green'],
  ])('make %s %s', (score, band) => {
    expect(indexBandOf(spi, score)?.id).toBe(band);
  });

  it('have nothing to say of a value outside the scale', () => {
    expect(indexBandOf(spi, '100.1')).toBeNull();
    expect(indexBandOf(spi, '-1')).toBeNull();
  });
});

describe('bands of any sound scale', () => {
  it('give every value exactly one band: the last one that begins at or below it', () => {
    fc.assert(
      fc.property(sound, value, (scale, score) => {
        expect(indexScalesMustBeSound({ scales: [scale] })).toBeNull();
        const bands = scale.bands ?? [];
        const holding = bands.filter(({ from }, place) => {
          const next = bands[place + 1]?.from;
          return (
            compareDecimals(from, score) <= 0 &&
            (next === undefined || compareDecimals(score, next) < 0)
          );
        });
        expect(holding).toEqual([indexBandOf(scale, score)]);
      }),
    );
  });

  it('never put a greater value into a lower band', () => {
    fc.assert(
      fc.property(sound, value, value, (scale, a, b) => {
        const placeOf = (score: string) =>
          (scale.bands ?? []).findIndex(({ id }) => id === indexBandOf(scale, score)?.id);
        expect(Math.sign(placeOf(a) - placeOf(b)) * compareDecimals(a, b)).toBeGreaterThanOrEqual(
          0,
        );
      }),
    );
  });
});

describe('scales as policy', () => {
  const change = (part: Partial<IndexScale>) =>
    indexScalesMustBeSound({ scales: [{ ...spi, ...part }] });
  const band = (id: string, from: string) => ({ id, name: id, from });

  it.each<[string, Partial<IndexScale>]>([
    ['no band at all', { bands: [] }],
    ['a first band above the minimum', { bands: [band('a', '1')] }],
    ['bands that do not ascend', { bands: [band('a', '0'), band('b', '50'), band('c', '50')] }],
    ['a band above the maximum', { bands: [band('a', '0'), band('b', '100.1')] }],
    ['two bands of one name', { bands: [band('a', '0'), band('a', '50')] }],
    ['a band without a name', { bands: [{ id: 'a', name: ' ', from: '0' }] }],
    ['an empty scale', { minimum: '100' }],
    ['a decimal in another spelling', { maximum: '100.0' }],
    ['a kind in lower case', { kind: 'spi' }],
  ])('are refused with %s', (_, part) => {
    expect(change(part)).toMatchObject({ code: 'policy.invalid-content' });
  });

  it('are refused when an index has two', () => {
    expect(indexScalesMustBeSound({ scales: [spi, spi] })?.field).toBe('content.scales[1].kind');
  });

  it('may end in a band that only the maximum reaches', () => {
    expect(change({ bands: [band('a', '0'), band('b', '100')] })).toBeNull();
    expect(indexBandOf({ ...spi, bands: [band('a', '0'), band('b', '100')] }, '100')?.id).toBe('b');
  });
});
