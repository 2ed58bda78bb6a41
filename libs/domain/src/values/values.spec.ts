import Big from 'big.js';
import fc from 'fast-check';
import { compareDates, isCalendarDate, latestIndonesianDay } from './calendar-date';
import {
  canonicalDecimal,
  compareDecimals,
  decimalText,
  isDecimalText,
  isWithin,
  sumOf,
} from './decimal';
import { compareFractions, dividedBy, fractionOf, roundHalfUp } from './fraction';
import { firstRepeated, isSha256, isSlug } from './identifier';
import { normalisedName, sameName } from './name';
import { weightedMean } from './weighted-mean';

/** Decimals with two places, as text. */
const decimals = (minimum: number, maximum: number): fc.Arbitrary<string> =>
  fc
    .integer({ min: minimum * 100, max: maximum * 100 })
    .map((hundredths) => canonicalDecimal((hundredths / 100).toFixed(2)) ?? '0');

describe('a decimal', () => {
  it.each([
    ['69.55', '69.55'],
    ['069.550', '69.55'],
    ['+63', '63'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['-1.50', '-1.5'],
    ['100000000000000', '100000000000000'],
    ['0.0000000001', '0.0000000001'],
  ])('writes %s as %s', (text, canonical) => {
    expect(canonicalDecimal(text)).toBe(canonical);
  });

  it.each(['', ' 1', '1 ', '1e3', '.5', '5.', '1,5', 'NaN', 'Infinity', '0x1', '1'.repeat(16)])(
    'is not "%s"',
    (text) => {
      expect(canonicalDecimal(text)).toBeNull();
      expect(isDecimalText(text)).toBe(false);
    },
  );

  it('has one spelling, which is its own canonical form', () => {
    fc.assert(fc.property(decimals(-500, 500), (text) => isDecimalText(text)));
  });

  it('compares and adds by value, not by text', () => {
    expect(compareDecimals('9', '10')).toBeLessThan(0);
    expect(sumOf(['0.1', '0.2'])).toBe('0.3');
    expect([isWithin('100', '0', '100'), isWithin('100.01', '0', '100')]).toEqual([true, false]);
  });
});

describe('rounding', () => {
  it.each([
    ['1', '8', 2, '0.13'],
    ['-1', '8', 2, '-0.13'],
    ['440', '7', 2, '62.86'],
    ['1', '3', 4, '0.3333'],
    ['5', '10', 0, '1'],
    ['199', '2', 0, '100'],
    ['-1', '3', 0, '0'],
    ['1', '16', 4, '0.0625'],
  ])('takes %s/%s at %d places half up to %s', (numerator, denominator, places, expected) => {
    const quotient = dividedBy(fractionOf(numerator), fractionOf(denominator));
    expect(roundHalfUp(quotient, places)).toBe(expected);
  });
});

describe('a fraction', () => {
  it('of a decimal is rounded back to the same decimal', () => {
    fc.assert(
      fc.property(decimals(-500, 500), (text) => roundHalfUp(fractionOf(text), 2) === text),
    );
  });

  it('agrees with the decimal library when it is rounded', () => {
    fc.assert(
      fc.property(decimals(-500, 500), decimals(1, 50), fc.nat({ max: 6 }), (a, b, places) => {
        const Rounded = Big();
        Rounded.DP = places;
        Rounded.RM = Big.roundHalfUp;
        const expected = decimalText(new Rounded(a).div(b));
        return roundHalfUp(dividedBy(fractionOf(a), fractionOf(b)), places) === expected;
      }),
    );
  });

  it('is never divided by zero', () => {
    expect(() => dividedBy(fractionOf('1'), fractionOf('0'))).toThrow(RangeError);
  });
});

describe('a weighted mean', () => {
  const parts = fc.array(fc.record({ value: decimals(-100, 100), weight: decimals(1, 50) }), {
    minLength: 1,
    maxLength: 12,
  });

  it('lies between the least and the greatest value', () => {
    fc.assert(
      fc.property(parts, (list) => {
        const sorted = list.map(({ value }) => value).sort(compareDecimals);
        const mean = weightedMean(
          list.map(({ value, weight }) => ({ value: fractionOf(value), weight })),
        )!;
        return (
          compareFractions(fractionOf(sorted[0]!), mean) <= 0 &&
          compareFractions(mean, fractionOf(sorted.at(-1)!)) <= 0
        );
      }),
    );
  });

  it('does not depend on the order of its parts', () => {
    fc.assert(
      fc.property(parts, (list) => {
        const weighted = list.map(({ value, weight }) => ({ value: fractionOf(value), weight }));
        const forth = weightedMean(weighted)!;
        const back = weightedMean([...weighted].reverse())!;
        return compareFractions(forth, back) === 0;
      }),
    );
  });

  it('is exact until it is rounded: three thirds are one', () => {
    const third = dividedBy(fractionOf('1'), fractionOf('3'));
    const mean = weightedMean([third, third, third].map((value) => ({ value, weight: '1' })))!;
    expect(compareFractions(mean, third)).toBe(0);
    expect(weightedMean([])).toBeNull();
  });
});

describe('a calendar date', () => {
  it.each(['2024-02-29', '2000-02-29', '2025-12-31', '0001-01-01'])('is %s', (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });

  it.each(['2023-02-29', '1900-02-29', '2025-13-01', '2025-00-10', '2025-1-1', '2025-04-31', ''])(
    'is not "%s"',
    (text) => {
      expect(isCalendarDate(text)).toBe(false);
    },
  );

  it('is compared by day', () => {
    expect([
      compareDates('2019-10-30', '2019-12-19'),
      compareDates('2020-01-01', '2020-01-01'),
      compareDates('2020-01-02', '2019-12-31'),
    ]).toEqual([-1, 0, 1]);
  });

  it('begins in Papua nine hours before it begins in UTC', () => {
    expect(latestIndonesianDay('2024-12-31T14:59:59.999Z')).toBe('2024-12-31');
    expect(latestIndonesianDay('2024-12-31T15:00:00.000Z')).toBe('2025-01-01');
  });
});

describe('an identifier', () => {
  it('is a slug of at most 64 characters', () => {
    expect(['serang-2022-06-23', '2011', 'a.b'].every(isSlug)).toBe(true);
    expect(['', '-a', '.a', 'A', 'a b', 'a/b', 'a'.repeat(65)].some(isSlug)).toBe(false);
  });

  it('of content is 64 lower-case hex digits', () => {
    expect(isSha256('0a'.repeat(32))).toBe(true);
    expect(['0A'.repeat(32), '0a'.repeat(31), `${'0a'.repeat(32)}\n`].some(isSha256)).toBe(false);
  });

  it('that occurs twice is found', () => {
    expect([firstRepeated(['a', 'b', 'a']), firstRepeated(['a', 'b'])]).toEqual(['a', null]);
  });
});

describe('a name', () => {
  it('is the same whatever its case, spacing and Unicode composition', () => {
    expect(sameName('Ratu  Tatu\u00a0Chasanah ', 'RATU TATU CHASANAH')).toBe(true);
    expect(sameName('Andr\u00e9', 'Andre\u0301')).toBe(true);
    expect(sameName('Ali', 'Ali\u200b')).toBe(true);
    expect(sameName('Ali', '\uff21li')).toBe(true);
    expect(sameName('Rudy Suhartanto', 'Rudi Suhartanto')).toBe(false);
  });

  it('is normalised once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normalisedName(text);
        return normalisedName(once) === once;
      }),
    );
  });
});
