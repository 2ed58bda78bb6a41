import fc from 'fast-check';
import { BSON, Long } from 'mongodb';

import { decodePosition, encodePosition, isAtOrBefore } from './position-codec';

const part = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n });
const positions = fc.record({ commit: part, prepare: part });

describe('A stored position', () => {
  it('comes back from BSON with every digit', () => {
    fc.assert(
      fc.property(positions, (position) => {
        const bytes = BSON.serialize({ position: encodePosition(position) });
        const asBigInts = BSON.deserialize(bytes, { useBigInt64: true });
        const asLongs = BSON.deserialize(bytes, { promoteLongs: false });
        expect(decodePosition(asBigInts['position'])).toEqual(position);
        expect(decodePosition(asLongs['position'])).toEqual(position);
      }),
    );
  });

  it('is refused when it would wrap round, or was read as a JavaScript number', () => {
    expect(() => encodePosition({ commit: 2n ** 63n, prepare: 0n })).toThrow(RangeError);
    expect(() => encodePosition({ commit: 0n, prepare: -1n })).toThrow(RangeError);
    expect(() => decodePosition({ commit: 1, prepare: Long.fromNumber(1) })).toThrow(TypeError);
    expect(() => decodePosition(null)).toThrow(TypeError);
  });

  it('orders by commit, then by prepare; nothing is contained in nowhere', () => {
    const place = { commit: 5n, prepare: 3n };
    expect(isAtOrBefore({ commit: 5n, prepare: 3n }, place)).toBe(true);
    expect(isAtOrBefore({ commit: 5n, prepare: 4n }, place)).toBe(false);
    expect(isAtOrBefore({ commit: 4n, prepare: 9n }, place)).toBe(true);
    expect(isAtOrBefore({ commit: 0n, prepare: 0n }, null)).toBe(false);
  });
});
