import { givenFor } from '../testing/given';
import {
  serang2022,
  bupati,
  inspector,
  sign,
  witness,
  publish,
  supersede,
  drafted,
  signed,
  witnessed,
  published,
  superseded,
  inForce,
} from '../testing/pacts';
import { isPublished, pact, type PactEvent } from '.';

const given = givenFor(pact);

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

  it('counts from a day that has come, and not before the publication', () => {
    given(...inForce)
      .when(supersede({ on: '2022-06-23' }))
      .refused('pact.superseded-before-publication');
    given(...inForce)
      .when(supersede({ on: '2022-06-25' }))
      .refused('pact.future-date');
    given(...inForce)
      .when(supersede({ on: 'June' }))
      .refused('pact.invalid-date');
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
