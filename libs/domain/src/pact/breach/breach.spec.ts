import { givenFor } from '../../testing/given';
import { inForce } from '../../testing/pacts';
import {
  type ConcludePactBreach,
  pact,
  pactBreach,
  type PactBreachConcluded,
  type PactBreachReported,
  type ReportPactBreach,
} from '..';

const given = givenFor(pactBreach);
const at = '2024-04-01T02:00:00.000Z';
const person = (id: string) => ({ kind: 'person', id }) as const;
const signedPact = inForce.reduce((state, event) => pact.evolve(state, event), pact.initialState());
const told = {
  ...{ breach: '2024-001', region: '36.04', pact: 'serang-2022-06-23' },
  ...{ position: 'Bupati Serang', obligations: ['avoid-conflict-of-interest'] as const },
  ...{ reporter: '5f0c2a91-3c1e-4b7a-9a43-7f0f5a4c2e11', reportedOn: '2024-02-01', appealOf: null },
};
const report = (change: Partial<ReportPactBreach> = {}): ReportPactBreach => ({
  type: 'ReportPactBreach',
  ...told,
  pactState: signedPact,
  appealed: null,
  actor: person('desk'),
  at,
  ...change,
});
const reported = (change: Partial<PactBreachReported['data']> = {}): PactBreachReported => ({
  type: 'PactBreachReported',
  data: { ...told, recordedBy: 'desk', ...change },
});
const conclude = (change: Partial<ConcludePactBreach> = {}): ConcludePactBreach => ({
  type: 'ConcludePactBreach',
  ...{ finding: 'proven', sanctionReference: 'SK-12/2024', reason: 'seen in the minutes' },
  ...{ concludedOn: '2024-03-01', actor: person('inspector'), at },
  ...change,
});
const concluded: PactBreachConcluded = {
  type: 'PactBreachConcluded',
  data: {
    ...{ breach: '2024-001', region: '36.04', finding: 'proven', concludedOn: '2024-03-01' },
    ...{ sanctionReference: 'SK-12/2024', reason: 'seen in the minutes' },
    concludedBy: 'inspector',
  },
};
const closedCase = [reported(), concluded].reduce(
  (state, event) => pactBreach.evolve(state, event),
  pactBreach.initialState(),
);
const otherCase = [reported({ pact: 'serang-2021' }), concluded].reduce(
  (state, event) => pactBreach.evolve(state, event),
  pactBreach.initialState(),
);
const openCase = pactBreach.evolve(pactBreach.initialState(), reported());

describe('a reported breach', () => {
  it('names the office that signed and hides who reported it', () => {
    given().when(report()).then(reported());
  });

  it.each(['Ratu Tatu Chasanah', '3604010101800001', 'operator-1', 'p-5f0c2a91', ''])(
    'takes no reporter called "%s"',
    (reporter) => {
      given().when(report({ reporter })).refused('pact.invalid-pseudonym');
    },
  );

  it.each<[string, Partial<ReportPactBreach>]>([
    ['pact.invalid-identifier', { breach: 'Case 1' }],
    ['pact.pact-unknown', { pactState: pact.initialState() }],
    ['pact.not-signed', { position: 'Sekda' }],
    ['pact.signed-elsewhere', { region: '36.73' }],
    ['pact.obligation-missing', { obligations: [] }],
    ['pact.obligation-repeated', { obligations: ['set-an-example', 'set-an-example'] }],
    ['pact.future-date', { reportedOn: '2024-04-02' }],
    ['pact.appeal-of-itself', { appealOf: '2024-001', appealed: closedCase }],
    ['pact.appeal-unknown', { appealOf: '2023-009', appealed: pactBreach.initialState() }],
    ['pact.appeal-of-another-matter', { appealOf: '2023-009', appealed: otherCase }],
    ['pact.appeal-of-open-case', { appealOf: '2023-009', appealed: openCase }],
  ])('is refused with %s', (code, change) => {
    given().when(report(change)).refused(code);
  });

  it('is reported once under its name', () => {
    given(reported()).when(report()).refused('pact.breach-already-reported');
  });
});

describe('the conclusion of a breach', () => {
  it('comes once, from somebody who did not take the report in', () => {
    given(reported()).when(conclude()).then(concluded);
    given(reported())
      .when(conclude({ actor: person('desk') }))
      .refused('pact.examiner-is-recorder');
    given(reported(), concluded).when(conclude()).refused('pact.breach-concluded');
    given().when(conclude()).refused('pact.breach-not-found');
  });

  it.each<[string, Partial<ConcludePactBreach>]>([
    ['pact.sanction-without-finding', { finding: 'not-proven' }],
    ['pact.concluded-before-report', { concludedOn: '2024-01-31' }],
    ['pact.future-date', { concludedOn: '2024-04-02' }],
    ['pact.blank-text', { reason: '' }],
    ['pact.blank-text', { sanctionReference: ' ' }],
  ])('is refused with %s', (code, change) => {
    given(reported()).when(conclude(change)).refused(code);
  });

  it('is appealed against in a new case, and stays as it was', () => {
    const appeal = { breach: '2024-002', appealOf: '2024-001' };
    given()
      .when(report({ ...appeal, appealed: closedCase }))
      .then(reported(appeal));
    given(reported(), concluded)
      .when(report({ ...appeal, breach: '2024-001', appealed: closedCase }))
      .refused('pact.breach-already-reported');
  });
});
