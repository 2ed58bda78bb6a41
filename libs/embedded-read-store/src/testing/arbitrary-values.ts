import { Binary, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';

const bytes = (length: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: length, maxLength: length });

const decimalText = fc
  .tuple(fc.bigInt({ min: -(10n ** 33n), max: 10n ** 33n }), fc.integer({ min: -60, max: 60 }))
  .map(([digits, exponent]) => `${String(digits)}E${String(exponent)}`);

/** Numbers of all four types, crowded where types meet: small wholes, halves, around 2^53. */
export const numbers: fc.Arbitrary<unknown> = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map((value) => new Int32(value)),
  fc.integer({ min: -3, max: 3 }).map((value) => Long.fromNumber(value)),
  fc.integer({ min: -6, max: 6 }).map((value) => new Double(value / 2)),
  fc.integer({ min: -30, max: 30 }).map((value) => Decimal128.fromString(`${String(value)}E-1`)),
  fc.bigInt({ min: 2n ** 53n - 2n, max: 2n ** 53n + 4n }).map((value) => Long.fromBigInt(value)),
  fc.integer({ min: -2, max: 2 }).map((value) => new Double(2 ** 53 + value * 2)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => Long.fromBigInt(value)),
  fc
    .constantFrom(
      '9007199254740992.5',
      '0.1',
      '-0',
      'NaN',
      'Infinity',
      '-Infinity',
      '1E400',
      '-1E400',
    )
    .map((text) => Decimal128.fromString(text)),
  decimalText.map((text) => Decimal128.fromString(text)),
  fc.double().map((value) => new Double(value)),
  fc.integer().map((value) => new Int32(value)),
);

const texts = fc.string({
  unit: fc.constantFrom('a', 'b', '\0', 'ÿ', '\u{10ffff}', 'é'),
  maxLength: 4,
});

const scalars: fc.Arbitrary<unknown> = fc.oneof(
  numbers,
  texts,
  fc.constantFrom(null, true, false, new MinKey(), new MaxKey()),
  fc.date({ noInvalidDate: true }),
  bytes(12).map((value) => new ObjectId(value)),
  fc.uint8Array({ maxLength: 4 }).map((value) => new Binary(value)),
  fc.tuple(fc.nat(3), fc.nat(3)).map(([t, i]) => new Timestamp({ t, i })),
);

const names = fc.constantFrom('a', 'b', 'ab');

/** Values of every type this node orders, nested up to three deep. */
export const values: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, scalars, tie('array'), tie('object')),
  array: fc.array(tie('value'), { maxLength: 3 }),
  object: fc.dictionary(names, tie('value'), { maxKeys: 3 }),
})).value;
