import fc from 'fast-check';
import { nameAt } from './names';

describe('nameAt', () => {
  it('says what the bytes say, whatever names it has met before', () => {
    const name = fc.oneof(
      fc.string({ maxLength: 3 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), (met) => {
        for (const text of [...met, ...met]) {
          const bytes = Buffer.from(`..${text}..`);
          expect(nameAt(bytes, 2, bytes.length - 2)).toBe(
            bytes.toString('utf8', 2, bytes.length - 2),
          );
        }
      }),
    );
  });
});
