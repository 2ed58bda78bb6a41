import type { PactEvent } from '@jejak/domain/pact/events';

import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { pactRegister } from './pact-register';

const key = { pact: 'serang-2022-06-23', region: '36.04' };
const day = '2022-06-23';
const story: readonly PactEvent[] = [
  {
    type: 'PactDrafted',
    data: {
      ...key,
      textVersion: '2011',
      occasion: 'Zona Integritas',
      date: day,
      place: null,
      symbolicSigners: [{ group: 'camat', count: 9 }],
      source: null,
    },
  },
  {
    type: 'PactSigned',
    data: {
      ...key,
      signedOn: day,
      signatureReference: null,
      signatory: {
        position: 'Bupati Serang',
        name: 'Ratu Tatu Chasanah',
        outside: false,
        region: null,
      },
    },
  },
  {
    type: 'PactWitnessed',
    data: {
      ...key,
      capacity: null,
      witnessedOn: day,
      witness: { position: 'Ketua DPRD', name: 'Bahrul Ulum' },
    },
  },
  { type: 'PactPublished', data: { ...key, publishedOn: day, publicationReference: 'S3' } },
  {
    type: 'PactSuperseded',
    data: { ...key, ground: 'text-replaced', reason: 'new wording', successor: null, on: null },
  },
];
const log = (length = story.length) =>
  recorded(story.slice(0, length).map((event) => ({ stream: `pact-${key.pact}`, event })));
const after = (length: number) => fold(pactRegister, log(length)).get(key.pact);

describe('pact register', () => {
  it('follows a pact from its draft to its publication', () => {
    expect(after(1)).toMatchObject({
      state: 'drafted',
      signatories: [],
      occasion: 'Zona Integritas',
    });
    expect(after(4)).toMatchObject({
      state: 'published',
      publishedOn: day,
      signatories: [{ position: 'Bupati Serang', outside: false, region: null, signedOn: day }],
      witnesses: [{ name: 'Bahrul Ulum', capacity: null }],
    });
  });

  it('keeps a superseded pact readable, with the ground', () => {
    expect(after(5)).toMatchObject({
      state: 'superseded',
      publishedOn: day,
      superseded: { ground: 'text-replaced', successor: null },
    });
  });

  it('is unchanged by events it has seen', () => {
    expect(fold(pactRegister, twice(log()))).toEqual(fold(pactRegister, log()));
  });

  it('refuses a signature on a pact that was never drafted', () => {
    expect(() => fold(pactRegister, log().slice(1))).toThrow('serang-2022-06-23');
  });
});
