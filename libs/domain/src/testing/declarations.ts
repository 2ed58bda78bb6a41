import type {
  ObligorRegistered,
  RecordFiling,
  RegisterObligor,
  Terms,
  VerifyFiling,
  WealthReportFiled,
} from '../declaration';

export const at = '2025-06-02T03:00:00.000Z';
export const person = '0b9f6c1e-7d52-4c55-9f2a-3c7f5a1e9d04';
export const by = (id: string) => ({ kind: 'person', id }) as const;

/** 31 March, 3 months, 30 days to complete: as the policy of 2020 has it. */
export const terms: NonNullable<Terms> = {
  kind: 'declaration-terms',
  version: 2,
  title: 'Terms',
  effectiveFrom: '2020-01-01',
  legalBasis: 'PerKPK 2/2020',
  source: { id: 'L3', citation: 'rbtv.disway.id' },
  unconfirmed: ['effectiveFrom: no source', 'completion'],
  content: {
    periodicDue: { month: 3, day: 31 },
    special: { count: 3, unit: 'months' },
    onRequest: null,
    completion: { count: 30, unit: 'days' },
  },
};

const who = { person, position: 'kepala-dinas-kesehatan' };
export const key = { ...who, region: '36.73', field: 'executive' } as const;
const basis = { policyVersion: 2, unconfirmed: ['effectiveFrom'] };

export const register = (change: Partial<RegisterObligor> = {}): RegisterObligor => ({
  type: 'RegisterObligor',
  ...key,
  regionRegistered: true,
  title: 'Kepala Dinas Kesehatan',
  since: '2023-02-01',
  firstYear: null,
  terms,
  actor: by('operator'),
  at,
  ...change,
});

export const registered: ObligorRegistered = {
  type: 'ObligorRegistered',
  data: {
    ...key,
    ...basis,
    title: 'Kepala Dinas Kesehatan',
    since: '2023-02-01',
    firstYear: 2023,
    expects: { filing: 'special-start-2023-02-01', dueOn: '2023-05-01' },
  },
};

export const file = (change: Partial<RecordFiling> = {}): RecordFiling => ({
  type: 'RecordFiling',
  ...who,
  kind: 'periodic',
  occasionOn: '2023-12-31',
  filedOn: '2024-03-31',
  receipt: 'TT/2024/1',
  terms,
  nextTerms: terms,
  actor: by('operator'),
  at,
  ...change,
});

export const filed = (change: Partial<WealthReportFiled['data']> = {}): WealthReportFiled => ({
  type: 'WealthReportFiled',
  data: {
    ...key,
    ...basis,
    filing: 'periodic-2023',
    year: 2023,
    kind: 'periodic',
    occasionOn: '2023-12-31',
    filedOn: '2024-03-31',
    receipt: 'TT/2024/1',
    dueOn: '2024-03-31',
    late: false,
    expects: { filing: 'periodic-2024', dueOn: '2025-03-31' },
    recordedBy: 'operator',
    ...change,
  },
});

export const verify = (change: Partial<VerifyFiling> = {}): VerifyFiling => ({
  type: 'VerifyFiling',
  ...who,
  filing: 'periodic-2023',
  result: 'complete',
  verifiedOn: '2024-05-02',
  notice: null,
  terms,
  calendars: [],
  actor: by('verifier'),
  at,
  ...change,
});
