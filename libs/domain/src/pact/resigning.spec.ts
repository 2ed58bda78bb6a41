import { givenFor } from '../testing/given';
import {
  bapenda,
  bupati,
  context,
  draft,
  drafted,
  inForce,
  key,
  serang2022,
  sign,
  signed,
  superseded,
} from '../testing/pacts';
import { pact, type SignatureSuperseded, type SupersedeSignature } from '.';

const given = givenFor(pact);
const left = (change: Partial<SupersedeSignature> = {}): SupersedeSignature => ({
  type: 'SupersedeSignature',
  ...context,
  signatory: { position: bupati.position, name: bupati.name },
  ground: 'position-changed',
  reason: 'the term of office ended',
  successor: null,
  on: '2022-06-24',
  ...change,
});
const gone: SignatureSuperseded = {
  type: 'SignatureSuperseded',
  data: {
    ...key,
    signatory: { position: bupati.position, name: bupati.name },
    ...{ ground: 'position-changed', reason: 'the term of office ended', successor: null },
    on: '2022-06-24',
  },
};

describe('a signature', () => {
  it('is superseded alone, whoever else signed', () => {
    given(...inForce)
      .when(left())
      .then(gone);
    given(drafted, signed(bupati), signed(bapenda), gone)
      .when(left({ signatory: { position: bapenda.position, name: null } }))
      .then({
        ...gone,
        data: { ...gone.data, signatory: { position: bapenda.position, name: null } },
      });
  });

  it('is superseded once, and only where it was given', () => {
    given(...inForce, gone)
      .when(left())
      .refused('pact.signature-superseded');
    given(...inForce)
      .when(left({ signatory: { position: 'Sekda', name: null } }))
      .refused('pact.not-signed');
    given(...inForce, superseded)
      .when(left())
      .refused('pact.superseded');
    given().when(left()).refused('pact.not-found');
  });

  it('is superseded on a day that has come, and not before it was given', () => {
    given(...inForce)
      .when(left({ on: '2022-06-23' }))
      .then({ ...gone, data: { ...gone.data, on: '2022-06-23' } });
    given(...inForce)
      .when(left({ on: '2022-06-22' }))
      .refused('pact.superseded-before-signature');
    given(...inForce)
      .when(left({ on: '2022-06-25' }))
      .refused('pact.future-date');
    given(...inForce)
      .when(left({ on: '2022-06-31' }))
      .refused('pact.invalid-date');
  });

  it('is superseded for a reason, and by another pact', () => {
    given(...inForce)
      .when(left({ reason: ' ' }))
      .refused('pact.blank-text');
    given(...inForce)
      .when(left({ successor: 'Serang 2025' }))
      .refused('pact.invalid-identifier');
    given(...inForce)
      .when(left({ successor: key.pact }))
      .refused('pact.successor-is-itself');
  });
});

describe('a ceremony of many regions', () => {
  it('names the region each party signs for, and groups that nobody counted', () => {
    const lebak = { position: 'Bupati Lebak', name: null, outside: false, region: '36.02' };
    const groups = [{ group: 'Kepala Kejaksaan Negeri', count: null }];
    given()
      .when(draft({ symbolicSigners: groups }))
      .then({ type: 'PactDrafted', data: { ...serang2022, symbolicSigners: groups } });
    given(drafted).when(sign(lebak)).then(signed(lebak));
  });
});
