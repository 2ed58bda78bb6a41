import fc from 'fast-check';
import { v5 } from 'uuid';

import { uuidV5 } from './uuid-v5';

describe('uuidV5', () => {
  it('is what the standard says', () => {
    // RFC 9562, appendix A.4
    expect(uuidV5('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
  });

  it('agrees with the uuid package for every name and namespace', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.uuid(), (name, namespace) => {
        expect(uuidV5(name, namespace)).toBe(v5(name, namespace));
      }),
    );
  });
});
