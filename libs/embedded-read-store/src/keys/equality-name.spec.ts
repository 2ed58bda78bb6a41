import fc from 'fast-check';
import { sameValue } from '../bson/compare';
import { numbers, values } from '../testing/arbitrary-values';
import { bsonValue } from '../testing/values';
import { equalityName } from './equality-name';

describe('names of values for tables', () => {
  it.each([
    ['values', values],
    ['numbers', numbers],
  ])('are shared by equal %s, and by no others', (_what, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, arbitrary, (left, right) => {
        const [a, b] = [bsonValue(left), bsonValue(right)];
        expect(equalityName(a) === equalityName(b)).toBe(sameValue(a, b));
      }),
      { numRuns: 3_000 },
    );
  });
});
