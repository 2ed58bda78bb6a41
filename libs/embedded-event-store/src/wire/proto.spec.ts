import fc from 'fast-check';
import { MalformedMessage, ProtoReader } from './proto-reader';
import { ProtoWriter } from './proto-writer';

function only(bytes: Buffer): ProtoReader {
  const reader = new ProtoReader(bytes);
  expect(reader.next()).toBe(true);
  return reader;
}

describe('protobuf fields', () => {
  it('read back any unsigned 64-bit number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.bigInt(0n, 2n ** 64n - 1n),
        (field, value) => {
          const reader = only(new ProtoWriter().uint(field, value).finish());
          expect([reader.field, reader.uint64(), reader.next()]).toEqual([field, value, false]);
        },
      ),
    );
  });

  it('write a safe number as the same bytes as its bigint', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        const asNumber = new ProtoWriter().uint(1, value).finish();
        expect(asNumber).toEqual(new ProtoWriter().uint(1, BigInt(value)).finish());
      }),
    );
  });

  it('nest messages of any length', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0, 1, 100, 127, 128, 5_000, 20_000),
        fc.string(),
        (size, text) => {
          const bytes = new ProtoWriter()
            .message(1, (outer) => {
              outer.message(2, (inner) => inner.bytes(3, Buffer.alloc(size, 7)));
              outer.string(4, text);
            })
            .uint(5, 1)
            .finish();
          const reader = only(bytes);
          const outer = only(reader.bytes());
          expect(only(outer.bytes()).bytes()).toEqual(Buffer.alloc(size, 7));
          expect([outer.next(), outer.string()]).toEqual([true, Buffer.from(text).toString()]);
          expect([reader.next(), reader.uint32(), reader.next()]).toEqual([true, 1, false]);
        },
      ),
    );
  });

  it('never read past the end of a message cut short', () => {
    const whole = new ProtoWriter().uint(1, 300).string(2, 'pact').finish();
    for (let length = 1; length < whole.length; length++) {
      const read = (): void => {
        const reader = new ProtoReader(whole.subarray(0, length));
        while (reader.next()) reader.skip();
      };
      if (length === 3) expect(read).not.toThrow();
      else expect(read).toThrow(MalformedMessage);
    }
  });
});
