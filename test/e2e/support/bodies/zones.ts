const source = { id: 'sample', citation: 'A sample, 2024' };
const evidence = [{ sha256: 'b'.repeat(64), title: 'Minutes' }];
const coverage = { staff: 120, signed: 118 };
const zone = '/v1/zones/36.04/dpmptsp/2024';
const predicate = '/v1/predicates/36.04/dpmptsp';
const decision = { number: 'KEP-1/2024', date: '2024-12-10' };
const answers = [
  {
    question: 'supervision.reform.result',
    kind: 'share',
    done: 9,
    due: 10,
    evidence,
    note: 'Seen',
  },
  { question: 'x.1', kind: 'choice', option: 'A' },
  { question: 'x.2', kind: 'reduction', before: 8, after: 2 },
  { question: 'service.survey.result', kind: 'index', index: '3.6', respondents: 60 },
];
const evaluation = { evaluatedOn: '2024-09-01', findings: 'In order', evidence };

export const zoneBodies: Readonly<Record<string, object>> = {
  '/v1/zone-declarations/36.72/declare': {
    declaredOn: '2021-03-01',
    publication: 'cilegon.go.id',
    witnesses: ['Ombudsman Banten'],
    coverage,
    source,
  },
  '/v1/zone-declarations/36.72/record-coverage': { asOf: '2021-06-01', coverage },
  [`${zone}/designate`]: {
    unitName: 'DPMPTSP',
    form: 'work-unit',
    target: 'WBK',
    designatedOn: '2024-01-15',
    decree: 'SK-1/2024',
    grounds: {
      strategicService: 'Licensing',
      sizeableResources: 'Ten counters',
      reformCarriedOut: 'Since 2020',
    },
  },
  [`${zone}/start-building`]: {
    startedOn: '2023-02-01',
    workPlan: { sha256: 'b'.repeat(64), title: 'Work plan' },
    agents: ['Head of licensing'],
  },
  [`${zone}/answer-self`]: { answers },
  [`${zone}/submit-self-assessment`]: { submittedOn: '2024-06-01' },
  [`${zone}/record-published`]: {
    unitName: 'DPMPTSP',
    target: 'WBK',
    declaredOn: '2022-06-01',
    outcome: 'not-granted',
    outcomeOn: '2022-12-01',
    note: 'below the standard',
    source,
  },
  [`${zone}/propose`]: { proposedOn: '2024-07-18', letter: 'S-1/2024' },
  [`${predicate}/record-published`]: {
    year: 2020,
    unitName: 'DPMPTSP',
    predicate: 'WBK',
    grantedOn: '2020-12-21',
    decisionNumber: 'KEP-1/2020',
    validUntil: '2022-12-31',
    source,
  },
};

/** Of the internal team, which is outside the unit. */
export const internalZoneBodies: Readonly<Record<string, object>> = {
  [`${zone}/answer-internal`]: { answers },
  [`${zone}/complete-internal-review`]: {
    completedOn: '2024-07-01',
    reviewers: [{ name: 'A. Auditor', office: 'inspektorat' }],
  },
  [`${zone}/check-prerequisites`]: {
    checkedOn: '2024-07-02',
    values: [{ id: 'akip', value: 'B', asOf: '2023-12-31', source }],
  },
};

/** Of the national team. */
export const nationalZoneBodies: Readonly<Record<string, object>> = {
  [`${zone}/answer-national`]: { answers },
  [`${zone}/record-admin-check`]: evaluation,
  [`${zone}/record-desk-evaluation`]: evaluation,
  [`${zone}/record-field-evaluation`]: evaluation,
  [`${zone}/record-survey-result`]: {
    question: 'service.survey.result',
    index: '3.6',
    respondents: 60,
    surveyedOn: '2024-09-15',
    source,
  },
  [`${zone}/recommend`]: { recommendedOn: '2024-11-01', overrideGround: 'A letter' },
  [`${zone}/decline`]: { declinedOn: '2024-11-01', reasons: ['Below the standard'] },
  [`${predicate}/grant`]: { year: 2024, decision, validUntil: '2026-12-31' },
  [`${predicate}/monitor`]: {
    monitoredOn: '2025-05-01',
    team: 'TPN',
    meetsMinimum: true,
    total: '78.5',
    findings: 'In order',
    report: 'LHE-12/2025',
  },
  [`${predicate}/retain`]: { decision, validUntil: '2026-12-31' },
  [`${predicate}/revoke`]: { ground: 'indicators-broken', reason: 'Levies', decision },
};
