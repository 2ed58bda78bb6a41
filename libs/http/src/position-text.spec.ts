import * as fc from 'fast-check';
import { jejakAfterOf, positionOfText, positionText } from './position-text';
import { isNotModified, replyHeaders } from './reply-headers';

const number = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n });

describe('a position as text', () => {
  it('reads back as it was written, over the whole range of the store', () => {
    fc.assert(
      fc.property(number, number, (commit, prepare) => {
        expect(positionOfText(positionText({ commit, prepare }))).toEqual({ commit, prepare });
      }),
    );
  });

  it.each(['', '1', '1/', '/1', '1/2/3', '-1/2', '01/2', '1/ 2', '0x1/2', '9223372036854775808/1'])(
    'is not %j',
    (text) => {
      expect(positionOfText(text)).toBeNull();
      expect(() => jejakAfterOf({ headers: { 'jejak-after': text } })).toThrow('request.invalid');
    },
  );

  it('is not asked for when there is no Jejak-After header', () => {
    expect(jejakAfterOf({ headers: {} })).toBeNull();
    expect(jejakAfterOf({ headers: { 'jejak-after': '7/5' } })).toEqual({
      commit: 7n,
      prepare: 5n,
    });
  });
});

describe('reply headers', () => {
  const position = { commit: 7n, prepare: 5n };

  it('say the revision as a weak entity tag, and the position', () => {
    expect(replyHeaders({ revision: 3n, position })).toEqual({
      ETag: 'W/"3"',
      'Jejak-Position': '7/5',
    });
    expect(replyHeaders({ position })).toEqual({ 'Jejak-Position': '7/5' });
  });

  it.each([
    [undefined, false],
    ['W/"3"', true],
    ['"3"', true],
    ['"2", W/"3"', true],
    ['*', true],
    ['W/"33"', false],
  ])('are not modified for If-None-Match %s: %s', (sent, expected) => {
    expect(isNotModified(sent, 'W/"3"')).toBe(expected);
  });
});
