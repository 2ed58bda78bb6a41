import { givenFor } from '../testing/given';
import { wording } from '../testing/pacts';
import {
  lastDayOfText,
  pactText,
  type PactTextPublished,
  type PactTextRetired,
  publishedText,
  type PublishPactText,
  type RetirePactText,
} from '.';

const given = givenFor(pactText);
const publish = (change: Partial<PactTextPublished['data']> = {}): PublishPactText => ({
  type: 'PublishPactText',
  ...wording,
  ...change,
  actor: { kind: 'person', id: 'operator' },
  at: '2022-01-03T02:00:00.000Z',
});
const published: PactTextPublished = { type: 'PactTextPublished', data: wording };

describe('the wording of a pact', () => {
  it('is published once per version', () => {
    given().when(publish()).then(published);
    given(published).when(publish()).refused('pact.text-already-published');
    expect(publishedText(pactText.initialState())).toBeNull();
    expect(publishedText(pactText.evolve(pactText.initialState(), published))).toEqual(wording);
  });

  it('holds each of the seven obligations exactly once', () => {
    const { clauses } = wording;
    given()
      .when(publish({ clauses: clauses.slice(1) }))
      .refused('pact.obligation-missing');
    given()
      .when(publish({ clauses: [...clauses, clauses[0]!] }))
      .refused('pact.obligation-repeated');
    given()
      .when(
        publish({
          clauses: clauses.map((clause, n) => (n === 3 ? { ...clause, text: ' ' } : clause)),
        }),
      )
      .refused('pact.blank-text');
  });

  it('has a version, a title, a legal basis and a digest', () => {
    given()
      .when(publish({ version: 'PERMEN 49' }))
      .refused('pact.invalid-identifier');
    given()
      .when(publish({ title: '' }))
      .refused('pact.blank-text');
    given()
      .when(publish({ legalBasis: '' }))
      .refused('pact.blank-text');
    given()
      .when(publish({ sha256: 'AB'.repeat(32) }))
      .refused('pact.invalid-digest');
  });
});

describe('the end of a wording', () => {
  const said = { version: '2011', lastDay: '2024-12-31', reason: 'PermenPAN-RB of 2024' };
  const retire = (change: Partial<RetirePactText> = {}): RetirePactText => ({
    type: 'RetirePactText',
    ...said,
    ...{ actor: { kind: 'person', id: 'operator' }, at: '2024-12-01T02:00:00.000Z' },
    ...change,
  });
  const retired: PactTextRetired = { type: 'PactTextRetired', data: said };

  it('is its last day, which may lie ahead, and leaves the words as they are', () => {
    given(published).when(retire()).then(retired);
    const state = pactText.evolve(pactText.evolve(pactText.initialState(), published), retired);
    expect([publishedText(state), lastDayOfText(state)]).toEqual([wording, '2024-12-31']);
  });

  it('comes once, after its publication', () => {
    given().when(retire()).refused('pact.text-unpublished');
    given(published, retired).when(retire()).refused('pact.text-already-retired');
    given(published, retired).when(publish()).refused('pact.text-already-published');
  });

  it.each<[string, Partial<RetirePactText>]>([
    ['pact.invalid-date', { lastDay: '2024-02-30' }],
    ['pact.blank-text', { reason: ' ' }],
  ])('is refused with %s', (code, change) => {
    given(published).when(retire(change)).refused(code);
  });
});
