/* A made-up unit and its answers to the sheet of 90/2021 as the bundled policy has it. */

export const region = '36.04';
export const source = { id: 'EXAMPLE', citation: 'made up for a walk through a cycle' };
export const evidence = [{ sha256: 'b'.repeat(64), title: 'Minutes' }];
const levers = [
  'change-management',
  'business-process',
  'human-resources',
  'accountability',
  'supervision',
  'service-quality',
];
const halves = ['fulfilment', 'reform'] as const;
export const surveys = ['clean.anti-corruption-survey.result', 'service.survey.result'];

/** Twentieths of everything that is asked, this much of the performance, and this index. */
export const answers = (done: number, index: string | null, performance = done) => [
  ...levers.flatMap((area) =>
    halves.map((half) => ({ question: `${area}.${half}.result`, kind: 'share', done, due: 20 })),
  ),
  { question: 'clean.performance.result', kind: 'share', done: performance, due: 20, evidence },
  ...(index === null
    ? []
    : surveys.map((question) => ({ question, kind: 'index', index, respondents: 60 }))),
];

export const designation = (designatedOn: string, target = 'WBK') => ({
  ...{ unitName: 'DPMPTSP', form: 'work-unit', target, designatedOn, decree: 'SK-1' },
  grounds: {
    strategicService: 'Licensing',
    sizeableResources: 'Ten counters',
    reformCarriedOut: 'Since 2020',
  },
});
export const building = {
  startedOn: '2023-02-01',
  workPlan: { sha256: 'a'.repeat(64), title: 'Work plan' },
};
export const grades = (values: Readonly<Record<string, string>>) =>
  Object.entries({
    'bpk-opinion': 'WTP',
    akip: 'BB',
    'rb-index': 'B',
    lhkpn: '100',
    lhkasn: '100',
    'corruption-cases': 'yes',
    complaints: 'yes',
    'audit-follow-up': 'yes',
    ...values,
  }).map(([id, value]) => ({ id, value, asOf: '2023-12-31', source }));
export const evaluated = (evaluatedOn: string) => ({ evaluatedOn, findings: 'In order', evidence });
export const decision = (number: string, date: string) => ({ decision: { number, date } });
