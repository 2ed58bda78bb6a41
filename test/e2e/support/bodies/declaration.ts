const obligation = '/v1/declarations/0b9f6c1e-7d52-4c55-9f2a-3c7f5a1e9d04/kepala-dinas-kesehatan';

export const declarationBodies: Readonly<Record<string, object>> = {
  [`${obligation}/register-obligor`]: {
    region: '36.73',
    field: 'executive',
    title: 'Kepala Dinas Kesehatan',
    since: '2015-02-01',
    firstYear: 2023,
  },
  [`${obligation}/end-obligation`]: { endedOn: '2024-06-30', ground: 'pension' },
  [`${obligation}/record-filing`]: {
    kind: 'periodic',
    occasionOn: '2023-12-31',
    filedOn: '2024-03-28',
    receipt: 'TT/2024/0001',
  },
  [`${obligation}/verify-filing`]: {
    filing: 'periodic-2023',
    result: 'incomplete',
    verifiedOn: '2024-05-02',
    notice: 'ND-12/2024',
  },
  [`${obligation}/supplement-filing`]: {
    filing: 'periodic-2023',
    suppliedOn: '2024-05-20',
    receipt: 'TT/2024/0002',
  },
  '/v1/declaration-statistics/2023/record': {
    asOf: '2024-04-03',
    field: 'legislative',
    obligors: 20_002,
    submitted: 15_956,
    complete: 0,
    source: { id: 'L7', citation: 'wartabanjar.com and okezone 2024-04' },
  },
};
