import type { CountedTerm, Term } from '../calendar';
import { by, file, filed, key, register, registered, terms, verify } from '../testing/declarations';
import { givenFor } from '../testing/given';
import { declaration, type WealthReportFiled, type WealthReportVerified } from '.';

const given = givenFor(declaration);

describe('a periodic report', () => {
  it('is in time on 31 March of the next year and late on 1 April', () => {
    given(registered).when(file()).then(filed());
    given(registered)
      .when(file({ filedOn: '2024-04-01' }))
      .then(filed({ filedOn: '2024-04-01', late: true }));
  });

  it('is owed by who holds the position on 31 December', () => {
    given(registered)
      .when(file({ occasionOn: '2022-12-31' }))
      .refused('declaration.not-obliged');
    given(registered)
      .when(file({ occasionOn: '2023-06-30' }))
      .refused('declaration.not-obliged');
  });

  it('cannot be made before the day it is about', () => {
    given(registered)
      .when(file({ filedOn: '2023-12-30' }))
      .refused('declaration.out-of-order');
  });

  it('is handed in once', () => {
    given(registered, filed()).when(file()).refused('declaration.already-filed');
  });

  it('expects the next one unless that is known of', () => {
    const later = { occasionOn: '2024-12-31', filedOn: '2025-02-01', nextTerms: null };
    const next: WealthReportFiled = filed({
      filing: 'periodic-2024',
      year: 2024,
      occasionOn: '2024-12-31',
      filedOn: '2025-02-01',
      dueOn: '2025-03-31',
      expects: null,
    });
    given(registered).when(file(later)).then(next);
    given(registered, next)
      .when(file())
      .then(filed({ expects: null }));
  });

  it.each([
    [{ filedOn: '2025-06-03' }, 'declaration.future-date'],
    [{ filedOn: '2024-02-30' }, 'declaration.invalid-date'],
    [{ receipt: 'Rp 1.000.000.000' }, 'declaration.invalid-reference'],
    [{ receipt: '199001012015031001' }, 'declaration.invalid-reference'],
    [{ terms: null }, 'declaration.policy-missing'],
  ])('with %j is refused', (change, code) => {
    given(registered).when(file(change)).refused(code);
  });

  it('of nobody known is refused', () => {
    given().when(file()).refused('declaration.not-found');
  });
});

describe('a special report', () => {
  const special = {
    filing: 'special-start-2023-02-01',
    year: null,
    kind: 'special-start',
    occasionOn: '2023-02-01',
  } as const;

  it('is due three months after the appointment, and the periodic one follows', () => {
    given(registered)
      .when(file({ ...special, filedOn: '2023-05-02' }))
      .then(
        filed({
          ...special,
          filedOn: '2023-05-02',
          dueOn: '2023-05-01',
          late: true,
          expects: { filing: 'periodic-2023', dueOn: '2024-03-31' },
        }),
      );
  });

  it('has an appointment or an end behind it', () => {
    given(registered)
      .when(file({ kind: 'special-start', occasionOn: '2023-02-02' }))
      .refused('declaration.not-obliged');
    given(registered)
      .when(file({ kind: 'special-end', occasionOn: '2023-12-31' }))
      .refused('declaration.not-obliged');
  });

  it('on request is neither in time nor late where no rule gives a term', () => {
    const request = {
      kind: 'on-request',
      occasionOn: '2024-02-01',
      filedOn: '2024-03-01',
    } as const;
    given(registered)
      .when(file(request))
      .then(
        filed({
          ...request,
          filing: 'on-request-2024-02-01',
          year: null,
          dueOn: null,
          late: null,
          expects: null,
        }),
      );
  });
});

describe('a verification', () => {
  const verified = (change: Partial<WealthReportVerified['data']>): WealthReportVerified => ({
    type: 'WealthReportVerified',
    data: {
      ...key,
      filing: 'periodic-2023',
      year: 2023,
      result: 'complete',
      verifiedOn: '2024-05-02',
      notice: null,
      completeBy: null,
      counted: [],
      basis: null,
      verifiedBy: 'verifier',
      ...change,
    },
  });
  const incomplete = { result: 'incomplete', notice: 'ND-12/2024' } as const;
  const counted = (length: Term, dueOn: string | null): CountedTerm => ({
    ...{ term: 'completion', from: '2024-05-02', length, countedOn: '2024-05-02', dueOn },
    ...{ calendarVersion: dueOn !== null && length.unit === 'working-days' ? 1 : null },
    calendarEndsOn: null,
  });
  const notice = verified({
    ...incomplete,
    completeBy: '2024-06-01',
    counted: [counted({ count: 30, unit: 'days' }, '2024-06-01')],
    basis: { policyVersion: 2, unconfirmed: ['effectiveFrom', 'completion'] },
  });

  it('finds a report complete once', () => {
    given(registered, filed()).when(verify()).then(verified({}));
    given(registered, filed(), verified({})).when(verify()).refused('declaration.already-complete');
  });

  it('begins a term with its notice, and says which part of it nobody confirms', () => {
    given(registered, filed()).when(verify(incomplete)).then(notice);
  });

  it('names a term in working days only where a calendar covers it', () => {
    const older = {
      ...terms,
      version: 1,
      unconfirmed: [],
      content: { ...terms.content, completion: { count: 14, unit: 'working-days' } },
    } as const;
    const source = { id: 'x', citation: 'made for this specification' };
    const content = {
      weekend: [6, 7],
      jointLeaveIsWork: false,
      years: [{ year: 2024, holidays: [], source }],
    };
    const calendars = [{ version: 1, effectiveFrom: '2024-01-01', lastDay: null, content }];
    const length = older.content.completion;
    const basis = { policyVersion: 1, unconfirmed: [] };
    given(registered, filed())
      .when(verify({ ...incomplete, terms: older, calendars }))
      .then(
        verified({
          ...incomplete,
          completeBy: '2024-05-22',
          counted: [counted(length, '2024-05-22')],
          basis,
        }),
      );
    given(registered, filed())
      .when(verify({ ...incomplete, terms: older }))
      .then(verified({ ...incomplete, completeBy: null, counted: [counted(length, null)], basis }));
  });

  it('is not made by who recorded the report', () => {
    given(registered, filed())
      .when(verify({ actor: by('operator') }))
      .refused('declaration.verifier-is-recorder');
  });

  it('waits for what was missing', () => {
    given(registered, filed(), notice).when(verify()).refused('declaration.supplement-missing');
  });

  it.each([
    [{ filing: 'periodic-2024' }, 'declaration.filing-unknown'],
    [{ verifiedOn: '2024-03-30' }, 'declaration.out-of-order'],
    [{ result: 'incomplete' }, 'declaration.notice-mismatch'],
    [{ notice: 'ND-12/2024' }, 'declaration.notice-mismatch'],
    [{ result: 'incomplete', notice: 'no house listed' }, 'declaration.invalid-reference'],
    [{ ...incomplete, terms: null }, 'declaration.policy-missing'],
  ] as const)('with %j is refused', (change, code) => {
    given(registered, filed()).when(verify(change)).refused(code);
  });
});

it('no event has room for what somebody owns', () => {
  const decided = declaration.decide(declaration.initialState(), register());
  const events = [filed(), ...(decided.kind === 'accepted' ? decided.events : [])];
  for (const { data } of events) {
    expect(Object.keys(data).join(' ')).not.toMatch(/value|amount|asset|wealth|rupiah/i);
  }
});
