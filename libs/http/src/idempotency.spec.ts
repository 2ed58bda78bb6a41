import * as fc from 'fast-check';
import { validate, version } from 'uuid';
import { commandIdOf } from './idempotency';

const siti = { id: 'siti' };
const uuid = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

function idOf(header: string | undefined, body: unknown = {}, principal = siti): string {
  return commandIdOf({ headers: { 'idempotency-key': header } }, body, principal);
}

describe('the identity of a command', () => {
  it('is a UUIDv5 that never changes for one caller and key', () => {
    expect(idOf('order-1')).toBe('de576c17-085b-5ee8-b6fd-a8d09fbbc650');
    expect(validate(idOf('order-1')) && version(idOf('order-1'))).toBe(5);
  });

  it('differs whenever caller or key differ', () => {
    const word = fc.stringMatching(/^[!-~]{1,12}$/).filter((text) => !/^".*"$/.test(text));
    fc.assert(
      fc.property(word, word, word, word, (who, key, other, otherKey) => {
        const same = who === other && key === otherKey;
        expect(idOf(key, {}, { id: who }) === idOf(otherKey, {}, { id: other })).toBe(same);
      }),
    );
    expect(idOf('b', {}, { id: 'a' })).not.toBe(idOf('ab', {}, { id: '' }));
  });

  it('is the same for one UUID in header, quotes, body and upper case', () => {
    const id = idOf(uuid);
    expect(idOf(`"${uuid}"`)).toBe(id);
    expect(idOf(undefined, { commandId: uuid.toUpperCase() })).toBe(id);
    expect(idOf(uuid.toUpperCase(), { commandId: uuid })).toBe(id);
  });

  it('cannot be had without a key', () => {
    for (const body of [undefined, null, {}, [], 'text', { commandId: undefined }]) {
      expect(() => idOf(undefined, body)).toThrow('idempotency.missing-key');
    }
  });

  it.each(['', ' ', 'a b', 'é', 'x'.repeat(256), '""', 'a\nb'])('takes no key %j', (header) => {
    expect(() => idOf(header)).toThrow('idempotency.invalid-key');
  });

  it('takes no commandId that is not a UUID, and no two keys that differ', () => {
    for (const commandId of ['order-1', 7, null, [uuid], { $ne: 1 }]) {
      expect(() => idOf(undefined, { commandId })).toThrow('idempotency.invalid-key');
    }
    expect(() => idOf('order-1', { commandId: uuid })).toThrow('idempotency.invalid-key');
  });
});
