import * as fc from 'fast-check';
import { decodeCursor, encodeCursor, limitOf } from './paging';

const part = fc.oneof(fc.string(), fc.maxSafeInteger(), fc.boolean(), fc.constant(null));

describe('a cursor', () => {
  it('comes back as it was given out', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
        const cursor = encodeCursor(parts);
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(decodeCursor(cursor, parts.length)).toEqual(parts);
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['a word', 'nonsense'],
    ['padding', 'WzFd=='],
    ['another alphabet', '+++/'],
    ['an object', Buffer.from('{"length":1}').toString('base64url')],
    ['an object inside', Buffer.from('[{"$ne":1}]').toString('base64url')],
    ['white space', Buffer.from('[ 1]').toString('base64url')],
    ['too many parts', encodeCursor([1, 2])],
    ['a list', ['WzFd']],
    ['undefined', undefined],
  ])('is refused when it is %s', (_, cursor) => {
    expect(() => decodeCursor(cursor, 1)).toThrow('request.invalid');
  });
});

describe('the limit of a page', () => {
  it('is the default unless asked for', () => {
    expect(limitOf({})).toBe(50);
    expect(limitOf({ limit: '500' })).toBe(500);
    expect(limitOf({ limit: 7 }, { default: 5, max: 10 })).toBe(7);
  });

  it.each(['0', '-1', '501', '1.5', '1e2', '', ' 5', '05', ['5'], { $gt: 1 }, null, NaN])(
    'is never %j',
    (limit) => {
      expect(() => limitOf({ limit })).toThrow('request.invalid');
    },
  );
});
