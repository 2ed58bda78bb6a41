import fc from 'fast-check';
import { KeyList } from './key-list';

it('A list of keys gives back what was added, in its order', () => {
  const key = fc.uint8Array({ minLength: 1, maxLength: 3_000 });
  fc.assert(
    fc.property(fc.array(key, { maxLength: 100 }), (keys) => {
      const list = new KeyList();
      for (const each of keys) list.add(Buffer.from(each));
      expect(list).toHaveLength(keys.length);
      expect([...list].map((each) => each.toString('hex'))).toEqual(
        keys.map((each) => Buffer.from(each).toString('hex')),
      );
    }),
  );
});
