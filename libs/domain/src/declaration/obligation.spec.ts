import { at, by, filed, key, person, register, registered, terms } from '../testing/declarations';
import { givenFor } from '../testing/given';
import { declaration, type EndObligation, type ObligationEnded, type SupplementFiling } from '.';

const given = givenFor(declaration);

const end = (change: Partial<EndObligation> = {}): EndObligation => ({
  type: 'EndObligation',
  person,
  position: key.position,
  endedOn: '2024-06-30',
  ground: 'pension',
  terms,
  actor: by('operator'),
  at,
  ...change,
});
const ended = (change: Partial<ObligationEnded['data']> = {}): ObligationEnded => ({
  type: 'ObligationEnded',
  data: {
    ...key,
    policyVersion: 2,
    unconfirmed: ['effectiveFrom'],
    endedOn: '2024-06-30',
    ground: 'pension',
    notObligedFrom: 2024,
    expects: { filing: 'special-end-2024-06-30', dueOn: '2024-09-30' },
    releases: [],
    ...change,
  },
});

describe('an obligor', () => {
  it('owes a report within three months of the appointment', () => {
    given().when(register()).then(registered);
  });

  it('long in office owes the periodic report of the first year that is followed', () => {
    given()
      .when(register({ since: '2015-01-01', firstYear: 2023 }))
      .then({
        type: 'ObligorRegistered',
        data: {
          ...registered.data,
          since: '2015-01-01',
          firstYear: 2023,
          expects: { filing: 'periodic-2023', dueOn: '2024-03-31' },
        },
      });
  });

  it('stands under a pseudonym, never a name or an identity number', () => {
    for (const name of ['ratu-tatu-chasanah', '3604012345678901', person.toUpperCase(), '']) {
      given()
        .when(register({ person: name }))
        .refused('declaration.invalid-pseudonym');
    }
  });

  it.each([
    [{ position: 'Kepala Dinas' }, 'declaration.invalid-identifier'],
    [{ title: ' ' }, 'declaration.blank-text'],
    [{ since: '2023-02-30' }, 'declaration.invalid-date'],
    [{ since: '2025-06-03' }, 'declaration.future-date'],
    [{ firstYear: 2022 }, 'declaration.invalid-year'],
    [{ regionRegistered: false }, 'declaration.region-unknown'],
    [{ terms: null }, 'declaration.policy-missing'],
  ])('registered with %j is refused', (change, code) => {
    given().when(register(change)).refused(code);
  });

  it('has one open obligation for each person and position', () => {
    given(registered).when(register()).refused('declaration.already-obliged');
  });

  it('comes back to the position after the last time in it', () => {
    given(registered, ended())
      .when(register({ since: '2024-06-30' }))
      .refused('declaration.overlapping-times');
    given(registered, ended())
      .when(register({ since: '2024-07-01', region: '36.04' }))
      .refused('declaration.position-elsewhere');
    given(registered, ended())
      .when(register({ since: '2024-07-01' }))
      .then({
        type: 'ObligorRegistered',
        data: {
          ...registered.data,
          since: '2024-07-01',
          firstYear: 2024,
          expects: { filing: 'special-start-2024-07-01', dueOn: '2024-10-01' },
        },
      });
  });
});

describe('the end of an obligation', () => {
  it('releases the periodic reports that are owed no longer and asks for a last one', () => {
    given(registered, filed())
      .when(end())
      .then(ended({ releases: ['periodic-2024'] }));
  });

  it('on 31 December still obliges for that year', () => {
    given(registered, filed())
      .when(end({ endedOn: '2024-12-31' }))
      .then(
        ended({
          endedOn: '2024-12-31',
          notObligedFrom: 2025,
          expects: { filing: 'special-end-2024-12-31', dueOn: '2025-03-31' },
        }),
      );
  });

  it('before the first year that is followed takes no year away', () => {
    const incumbent = { ...registered, data: { ...registered.data, firstYear: 2025 } };
    given(incumbent)
      .when(end())
      .then(ended({ notObligedFrom: 2025 }));
  });

  it.each([
    [{ endedOn: '2023-01-31' }, 'declaration.out-of-order'],
    [{ endedOn: '2023-12-30' }, 'declaration.filed-after-end'],
    [{ endedOn: '2025-06-03' }, 'declaration.future-date'],
    [{ terms: null }, 'declaration.policy-missing'],
  ])('with %j is refused', (change, code) => {
    given(registered, filed()).when(end(change)).refused(code);
  });

  it('happens once, and only to somebody who is registered', () => {
    given(registered, ended()).when(end()).refused('declaration.not-obliged');
    given().when(end()).refused('declaration.not-found');
  });
});

describe('a supplement', () => {
  const supplement = (change: Partial<SupplementFiling> = {}): SupplementFiling => ({
    type: 'SupplementFiling',
    person,
    position: key.position,
    filing: 'periodic-2023',
    suppliedOn: '2024-06-02',
    receipt: 'TT/2024/2',
    calendars: [],
    actor: by('operator'),
    at,
    ...change,
  });
  const incomplete = {
    type: 'WealthReportVerified',
    data: {
      ...key,
      filing: 'periodic-2023',
      year: 2023,
      result: 'incomplete',
      verifiedOn: '2024-05-02',
      notice: 'ND-12/2024',
      completeBy: '2024-06-01',
      counted: [],
      basis: { policyVersion: 2, unconfirmed: ['effectiveFrom', 'completion'] },
      verifiedBy: 'verifier',
    },
  } as const;

  it('answers a notice, late the day after the term', () => {
    given(registered, filed(), incomplete)
      .when(supplement())
      .then({
        type: 'WealthReportSupplemented',
        data: {
          ...key,
          filing: 'periodic-2023',
          year: 2023,
          suppliedOn: '2024-06-02',
          receipt: 'TT/2024/2',
          dueOn: '2024-06-01',
          late: true,
          recordedBy: 'operator',
        },
      });
  });

  it.each([
    [{ filing: 'periodic-2022' }, 'declaration.filing-unknown'],
    [{ suppliedOn: '2024-05-01' }, 'declaration.out-of-order'],
    [{ receipt: '3604012345678901' }, 'declaration.invalid-reference'],
  ])('with %j is refused', (change, code) => {
    given(registered, filed(), incomplete).when(supplement(change)).refused(code);
  });

  it('is not made where nobody asked for more', () => {
    given(registered, filed()).when(supplement()).refused('declaration.not-incomplete');
  });
});
