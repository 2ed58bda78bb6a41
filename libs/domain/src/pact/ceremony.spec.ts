import { givenFor } from '../testing/given';
import {
  inForce,
  serang2022,
  bupati,
  ombudsman,
  bapenda,
  inspector,
  draft,
  sign,
  witness,
  publish,
  supersede,
  drafted,
  signed,
  witnessed,
  superseded,
} from '../testing/pacts';
import { pact, type DraftPact } from '.';

const given = givenFor(pact);

describe('drafting a pact', () => {
  it('names its wording, ceremony and symbolic signers', () => {
    given().when(draft()).then(drafted);
    given()
      .when(draft({ place: null, source: null, symbolicSigners: [] }))
      .then({
        type: 'PactDrafted',
        data: { ...serang2022, place: null, source: null, symbolicSigners: [] },
      });
  });

  it('happens once', () => {
    given(drafted).when(draft()).refused('pact.already-drafted');
    given(...inForce, superseded)
      .when(draft())
      .refused('pact.already-drafted');
  });

  it.each<[string, Partial<DraftPact>]>([
    ['pact.invalid-identifier', { pact: 'Serang 2022' }],
    ['pact.region-unknown', { regionRegistered: false }],
    ['pact.text-unpublished', { text: null }],
    ['pact.text-unpublished', { textVersion: '2022' }],
    ['pact.blank-text', { occasion: '' }],
    ['pact.blank-text', { place: ' ' }],
    ['pact.invalid-date', { date: '2022-06-31' }],
    ['pact.text-retired', { textLastDay: '2022-06-22' }],
    ['pact.invalid-count', { symbolicSigners: [{ group: 'camat', count: 0 }] }],
    ['pact.blank-text', { symbolicSigners: [{ group: '', count: 9 }] }],
    ['pact.blank-text', { source: { id: 'S3', citation: '' } }],
  ])('is refused with %s', (code, change) => {
    given().when(draft(change)).refused(code);
  });
});

describe('when no pact was drafted', () => {
  it.each([sign(bupati), witness(inspector), publish(), supersede()])(
    '$type is refused',
    (command) => {
      given().when(command).refused('pact.not-found');
    },
  );
});

describe('signing', () => {
  it('is open to outsiders and to offices whose holder no source names', () => {
    given(drafted).when(sign(ombudsman)).then(signed(ombudsman));
    given(drafted, signed(ombudsman)).when(sign(bapenda)).then(signed(bapenda));
  });

  it('happens once per office and name', () => {
    const again = { ...bupati, name: 'RATU TATU  CHASANAH' };
    given(drafted, signed(bupati)).when(sign(again)).refused('pact.already-signed');
    given(drafted, signed(bapenda)).when(sign(bapenda)).refused('pact.already-signed');
  });

  it('is not for a witness', () => {
    const history = [drafted, signed(bupati), witnessed(inspector)];
    given(...history)
      .when(sign({ position: 'Sekretaris', name: 'rudy suhartanto', outside: false, region: null }))
      .refused('pact.signer-is-witness');
    given(...history)
      .when(sign({ position: 'INSPEKTUR', name: null, outside: false, region: null }))
      .refused('pact.signer-is-witness');
  });

  it('ends with publication', () => {
    given(...inForce)
      .when(sign(ombudsman))
      .refused('pact.already-published');
    given(...inForce)
      .when(sign(bupati))
      .refused('pact.already-signed');
    given(...inForce)
      .when(sign({ ...inspector, outside: false, region: null }))
      .refused('pact.signer-is-witness');
  });

  it('of a named person is claimed by this pact, and decided soon after', () => {
    const { claim } = sign(bupati);
    for (const held of [
      null,
      { pact: 'serang-2024', claimedAt: claim!.claimedAt },
      { pact: claim!.pact, claimedAt: '2022-06-24T01:59:00.000Z' },
    ]) {
      given(drafted)
        .when({ ...sign(bupati), claim: held })
        .refused('pact.claim-outdated');
    }
    given(drafted)
      .when({ ...sign(bapenda), claim: null })
      .then(signed(bapenda));
  });

  it('is of a wording in force on the day of signing', () => {
    const last = (textLastDay: string) => ({ ...sign(bupati), textLastDay });
    given(drafted).when(last('2022-06-23')).then(signed(bupati));
    given(drafted).when(last('2022-06-22')).refused('pact.text-retired');
  });

  it('has happened, by somebody', () => {
    given(drafted).when(sign(bupati, '2022-06-25')).refused('pact.future-date');
    given(drafted).when(sign(bupati, '2022-6-23')).refused('pact.invalid-date');
    given(drafted)
      .when(sign({ ...bupati, position: '' }))
      .refused('pact.blank-text');
    given(drafted)
      .when(sign({ ...bupati, name: '' }))
      .refused('pact.blank-text');
    given(drafted)
      .when({ ...sign(bupati), signatureReference: '' })
      .refused('pact.blank-text');
  });
});

describe('witnessing', () => {
  it('follows a signature, by somebody else', () => {
    given(drafted, signed(bupati)).when(witness(inspector)).then(witnessed(inspector));
    given(drafted).when(witness(inspector)).refused('pact.nothing-to-witness');
  });

  it('is not for a signer, by name or by office', () => {
    const history = [drafted, signed(bupati), signed(bapenda)];
    given(...history)
      .when(witness({ position: 'Wakil Bupati', name: ' ratu tatu chasanah' }))
      .refused('pact.witness-is-signer');
    given(...history)
      .when(witness({ position: 'kepala  bapenda', name: 'Somebody' }))
      .refused('pact.witness-is-signer');
  });

  it('happens once per office and name, and before publication', () => {
    const history = [drafted, signed(bupati), witnessed(inspector)];
    given(...history)
      .when(witness(inspector))
      .refused('pact.already-witnessed');
    given(...inForce)
      .when(witness(inspector))
      .refused('pact.already-witnessed');
    given(...inForce)
      .when(witness(bupati))
      .refused('pact.witness-is-signer');
    given(...inForce)
      .when(witness({ position: 'Ketua DPRD', name: 'Bahrul Ulum' }))
      .refused('pact.already-published');
  });

  it('has happened, by somebody', () => {
    const history = [drafted, signed(bupati)];
    given(...history)
      .when(witness(inspector, '2022-06-25'))
      .refused('pact.future-date');
    given(...history)
      .when(witness({ position: ' ', name: null }))
      .refused('pact.blank-text');
    given(...history)
      .when(witness({ position: 'X', name: ' ' }))
      .refused('pact.blank-text');
  });
});
