import { commandSha256 } from './command-sha256';

describe('commandSha256', () => {
  it('is SHA-256 over the canonical text', () => {
    // printf '{"a":"x","b":1}' | sha256sum
    expect(commandSha256({ b: 1, a: 'x' })).toBe(
      'cdab067e9f3beb32d1252cfd63e492592fecbf591b0d08cadb24bb17f3864246',
    );
  });

  it('does not depend on the order of keys, absent members or class', () => {
    class Body {
      name = 'x';
      note = undefined;
    }
    const expected = commandSha256({ body: { name: 'x' }, stream: 's-1' });
    expect(commandSha256({ stream: 's-1', body: new Body() })).toBe(expected);
  });

  it('depends on every value', () => {
    expect(commandSha256({ a: '1' })).not.toBe(commandSha256({ a: 1 }));
    expect(commandSha256({ a: [1, 2] })).not.toBe(commandSha256({ a: [2, 1] }));
  });
});
