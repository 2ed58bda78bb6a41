import { givenFor } from '../testing/given';
import { serang2022, wording } from '../testing/pacts';
import {
  type DraftPact,
  isPublished,
  pact,
  type PactDrafted,
  type PactEvent,
  type PactPublished,
  type PactSigned,
  type PactSuperseded,
  type PactWitnessed,
  type PublishPact,
  type SignPact,
  type SupersedePact,
  type WitnessPact,
} from '.';

const given = givenFor(pact);
const context = {
  actor: { kind: 'person', id: 'operator' },
  at: '2022-06-24T02:00:00.000Z',
} as const;
const key = { pact: serang2022.pact, region: serang2022.region };

const bupati = { position: 'Bupati Serang', name: 'Ratu Tatu Chasanah', outside: false };
const ombudsman = { position: 'Ombudsman RI Banten', name: 'Zainal Muttaqin', outside: true };
const bapenda = { position: 'Kepala Bapenda', name: null, outside: false };
const inspector = { position: 'Inspektur', name: 'Rudy Suhartanto' };

const draft = (change: Partial<DraftPact> = {}): DraftPact => ({
  type: 'DraftPact',
  ...context,
  ...serang2022,
  text: wording,
  regionRegistered: true,
  ...change,
});
const sign = (signatory: SignPact['signatory'], signedOn = '2022-06-23'): SignPact => ({
  type: 'SignPact',
  ...context,
  signatory,
  signedOn,
  signatureReference: null,
});
const witness = (party: WitnessPact['witness'], witnessedOn = '2022-06-23'): WitnessPact => ({
  type: 'WitnessPact',
  ...context,
  witness: party,
  capacity: null,
  witnessedOn,
});
const publish = (publishedOn = '2022-06-24', publicationReference = 'antaranews'): PublishPact => ({
  type: 'PublishPact',
  ...context,
  publishedOn,
  publicationReference,
});
const supersede = (change: Partial<SupersedePact> = {}): SupersedePact => ({
  type: 'SupersedePact',
  ...context,
  ground: 'position-changed',
  reason: 'the regent left office',
  successor: 'serang-2025',
  ...change,
});

const drafted: PactDrafted = { type: 'PactDrafted', data: serang2022 };
const signed = (signatory: SignPact['signatory'], signedOn = '2022-06-23'): PactSigned => ({
  type: 'PactSigned',
  data: { ...key, signatory, signedOn, signatureReference: null },
});
const witnessed = (party: WitnessPact['witness'], witnessedOn = '2022-06-23'): PactWitnessed => ({
  type: 'PactWitnessed',
  data: { ...key, witness: party, capacity: null, witnessedOn },
});
const published: PactPublished = {
  type: 'PactPublished',
  data: { ...key, publishedOn: '2022-06-24', publicationReference: 'antaranews' },
};
const superseded: PactSuperseded = {
  type: 'PactSuperseded',
  data: {
    ...key,
    ground: 'position-changed',
    reason: 'the regent left office',
    successor: 'serang-2025',
  },
};
const inForce: PactEvent[] = [drafted, signed(bupati), witnessed(inspector), published];

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
      .when(sign({ position: 'Sekretaris', name: 'rudy suhartanto', outside: false }))
      .refused('pact.signer-is-witness');
    given(...history)
      .when(sign({ position: 'INSPEKTUR', name: null, outside: false }))
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
      .when(sign({ ...inspector, outside: false }))
      .refused('pact.signer-is-witness');
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

describe('publishing', () => {
  it('takes a signature and a witness', () => {
    given(drafted).when(publish()).refused('pact.no-signature');
    given(drafted, signed(bupati)).when(publish()).refused('pact.no-witness');
    given(...inForce.slice(0, 3))
      .when(publish())
      .then(published);
  });

  it('happens once', () => {
    given(...inForce)
      .when(publish())
      .refused('pact.already-published');
  });

  it('comes after the ceremony, every signature and every testimony, and not before it happens', () => {
    given(...inForce.slice(0, 3))
      .when(publish('2022-06-22'))
      .refused('pact.published-before-ceremony');
    given(drafted, signed(bupati, '2022-06-24'), witnessed(inspector))
      .when(publish('2022-06-23'))
      .refused('pact.published-before-signature');
    given(drafted, signed(bupati), witnessed(inspector, '2022-06-24'))
      .when(publish('2022-06-23'))
      .refused('pact.published-before-witness');
    given(...inForce.slice(0, 3))
      .when(publish('2022-06-25'))
      .refused('pact.future-date');
    given(...inForce.slice(0, 3))
      .when(publish('2022-06-24', ''))
      .refused('pact.blank-text');
  });
});

describe('superseding', () => {
  it('ends a published pact, with a reason', () => {
    given(...inForce)
      .when(supersede())
      .then(superseded);
    given(drafted, signed(bupati)).when(supersede()).refused('pact.not-published');
    given(...inForce)
      .when(supersede({ reason: ' ' }))
      .refused('pact.blank-text');
    given(...inForce)
      .when(supersede({ successor: 'A B' }))
      .refused('pact.invalid-identifier');
    given(...inForce)
      .when(supersede({ successor: serang2022.pact }))
      .refused('pact.successor-is-itself');
  });

  it.each([sign(bupati), witness(bupati), publish(), supersede()])(
    'refuses $type after it',
    (command) => {
      given(...inForce, superseded)
        .when(command)
        .refused('pact.superseded');
    },
  );

  it('ends being in force', () => {
    const after = (events: PactEvent[]) =>
      events.reduce((state, event) => pact.evolve(state, event), pact.initialState());
    expect(isPublished(after(inForce))).toBe(true);
    expect(isPublished(after([...inForce, superseded]))).toBe(false);
    expect(isPublished(after([drafted]))).toBe(false);
  });
});
