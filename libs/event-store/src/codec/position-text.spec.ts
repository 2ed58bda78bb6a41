import * as fc from 'fast-check';

import { formatPosition, parsePosition } from './position-text';

const unsigned64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });

describe('the text of a position', () => {
  it('gives back both halves exactly', () => {
    fc.assert(
      fc.property(unsigned64, unsigned64, (commit, prepare) => {
        expect(parsePosition(formatPosition({ commit, prepare }))).toEqual({ commit, prepare });
      }),
    );
  });

  it.each([
    '',
    '1',
    '1/',
    '/1',
    '1/2/3',
    '-1/1',
    '01/1',
    ' 1/1',
    '1/1\n',
    '0x1/1',
    '1e3/1',
    '18446744073709551616/0',
    '0/18446744073709551616',
  ])('refuses %j', (given) => {
    expect(parsePosition(given)).toBeNull();
  });
});
