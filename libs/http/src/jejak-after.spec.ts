import { jejakAfterOf } from './jejak-after';
import { isNotModified, replyHeaders } from './reply-headers';

describe('Jejak-After', () => {
  it.each([
    '',
    '1',
    '1/',
    '/1',
    '1/2/3',
    '-1/2',
    '01/2',
    '1/ 2',
    '0x1/2',
    '18446744073709551616/1',
  ])('is not a position: %j', (text) => {
    expect(() => jejakAfterOf({ headers: { 'jejak-after': text } })).toThrow('request.invalid');
  });

  it('is read where it is sent, and not asked for where it is not', () => {
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
