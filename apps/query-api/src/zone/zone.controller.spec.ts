import type { JejakEvent } from '@jejak/domain';
import { published, recordedBy, wholeHistory } from '@jejak/domain/testing/zones';
import { predicateStream, zoneDeclarationStream, zoneStream } from '@jejak/domain';
import type { PredicateGranted } from '@jejak/domain/zone';
import { cycleOfEvent } from '@jejak/views';
import { recorded } from '@jejak/views/testing/recorded';

import { missingIndexes } from '../testing/list-indexes';
import { queryApiOver, type QueryApi } from '../testing/query-api';
import { declarationList, predicateList, zoneList } from './zone.list';

const unit = { region: '36.04', unit: 'disdukcapil' };
const granted: PredicateGranted = {
  type: 'PredicateGranted',
  data: {
    ...{ ...unit, year: 2024, unitName: 'Sample unit', predicate: 'WBK' },
    decision: { number: 'KEP/1', date: '2024-12-10' },
    validUntil: null,
    replaces: null,
    grantedBy: 'minister',
  },
};
const retained: JejakEvent = {
  type: 'PredicateRetained',
  data: {
    ...{ ...unit, year: 2024, predicate: 'WBK', validUntil: '2026-12-31' },
    decision: { number: 'KEP/2', date: '2025-06-01' },
  },
};
const declared: JejakEvent = {
  type: 'ZoneDeclared',
  data: {
    ...{ region: '36.04', declaredOn: '2021-03-01', publication: 'serangkab.go.id' },
    ...{ witnesses: ['Ombudsman'], source: null, policyVersion: 1 },
    ...{ coverage: { staff: 8_000, signed: 6_000 }, owed: 2_000 },
  },
};
const revoked: JejakEvent = {
  type: 'PredicateRevoked',
  data: {
    ...{ ...unit, year: 2024, predicate: 'WBK', ground: 'indicators-broken', reason: 'Levies' },
    decision: { number: 'KEP/X', date: '2025-06-01' },
  },
};
const logOf = (events: readonly JejakEvent[]) =>
  recorded(
    events.map((event) => {
      if (event.type === 'ZoneDeclared') {
        return { stream: zoneDeclarationStream(event.data.region), event };
      }
      const key = cycleOfEvent(event)!;
      const isOfUnit = event.type.startsWith('Predicate') && event.type !== 'PredicateRecommended';
      return { stream: isOfUnit ? predicateStream(key) : zoneStream(key), event };
    }),
  );

const told = (name: string, year: number, outcome: 'not-granted' | null) =>
  published({ unit: name.toLowerCase(), unitName: name, year, outcome });

describe('integrity zones', () => {
  let api: QueryApi;
  beforeAll(async () => {
    api = await queryApiOver(
      logOf([
        declared,
        ...recordedBy([told('Disdukcapil', 2021, 'not-granted')]),
        ...recordedBy([told('DPMPTSP', 2022, null)]),
        ...recordedBy([told('Bapenda', 2022, null)]),
        ...wholeHistory(),
        granted,
        revoked,
      ]),
    );
  });
  afterAll(() => api.close());

  it('tell of a cycle that only the press knows what it says, and leave the rest unknown', async () => {
    const { body } = await api.get('/v1/zones/36.04-disdukcapil-2021');
    expect(body).toMatchObject({
      stage: 'declined',
      publishedOnly: true,
      target: null,
      steps: [
        { stage: 'declared', on: null },
        { stage: 'declined', on: null },
      ],
      results: { SELF: null, TPI: null, TPN: null },
      publications: [{ outcome: 'not-granted', source: { id: 'S3' } }],
    });
  });

  it('show every step and result of a cycle that was recorded', async () => {
    const { body } = await api.get('/v1/zones/36.04-disdukcapil-2024');
    expect(body).toMatchObject({
      stage: 'revoked',
      target: 'WBK',
      results: { SELF: { total: '90', missed: [] }, TPN: { total: '90', missed: [] } },
      window: { opensOn: '2024-07-18', closesOn: '2024-07-31' },
      unconfirmed: ['thresholds.WBBM', 'procedure'],
    });
    expect(body['steps']).toHaveLength(11);
  });

  it('give each set of answers its own scorecard, with every threshold and the gap to it', async () => {
    const { body } = await api.get('/v1/zones/36.04-disdukcapil-2024/scorecards');
    expect(body['items']).toMatchObject([{ set: 'SELF' }, { set: 'TPI' }, { set: 'TPN' }]);
    const [first] = body['items'] as { checks: object[] }[];
    expect(first!.checks).toHaveLength(12);
    expect(first!.checks[0]).toMatchObject({ id: 'total', gap: '15', passed: true });
    const told2021 = await api.get('/v1/zones/36.04-disdukcapil-2021/scorecards');
    expect(told2021.body['items']).toEqual([]);
  });

  it('count in a funnel who is known to have come so far, in a region or a province', async () => {
    const stages = async (query: string) => {
      const { body } = await api.get(`/v1/zones/funnel?${query}`);
      const counted = body['stages'] as { stage: string; units: number }[];
      return Object.fromEntries(counted.map(({ stage, units }) => [stage, units]));
    };
    expect(await stages('region=36.04&year=2022')).toMatchObject({ declared: 2, designated: 0 });
    expect(await stages('region=36&year=2024')).toMatchObject({ declared: 1, granted: 1 });
    expect(await stages('region=32&year=2024')).toMatchObject({ declared: 0 });
    const { body } = await api.get('/v1/zones/funnel?region=36.04&year=2021');
    expect(body).toMatchObject({ declined: 1, units: [{ unitName: 'Disdukcapil' }] });
  });

  it('are declared by a government, with the signatures it still owes', async () => {
    const { body } = await api.get('/v1/zones/declarations?region=36.04');
    expect(body['items']).toMatchObject([
      { region: '36.04', declaredOn: '2021-03-01', percent: '75', owed: 2_000 },
    ]);
    const inProvince = (await api.get('/v1/zones/declarations?province=36')).body['items'];
    expect(inProvince).toEqual(body['items']);
    expect((await api.get('/v1/zones/declarations?province=32')).body['items']).toEqual([]);
    expect(missingIndexes(declarationList)).toEqual([]);
  });

  it('are listed by region, province, year, stage and target', async () => {
    const units = async (query: string) =>
      ((await api.get(`/v1/zones?${query}`)).body['items'] as { unit: string }[]).map(
        (one) => one.unit,
      );
    expect(await units('region=36.04&year=2022')).toEqual(['bapenda', 'dpmptsp']);
    expect(await units('province=36&year=2022')).toEqual(['bapenda', 'dpmptsp']);
    expect(await units('province=32')).toEqual([]);
    expect((await api.get('/v1/zones?province=banten')).body['field']).toBe('province');
    expect(await units('unit=bapenda')).toEqual(['bapenda']);
    expect(await units('stage=declined')).toEqual(['disdukcapil']);
    expect(await units('target=WBK')).toEqual(['disdukcapil']);
    expect((await api.get('/v1/zones?stage=somewhere')).body['field']).toBe('stage');
    expect(missingIndexes(zoneList)).toEqual([]);
  });

  it.each([
    ['2024-12-09', 0],
    ['2024-12-10', 1],
    ['2025-05-31', 1],
    ['2025-06-01', 0],
  ])('say that on %s %i units hold a predicate', async (day, count) => {
    const { body } = await api.get(`/v1/predicates?validAt=${day}`);
    expect(body['items']).toHaveLength(count);
  });

  it.each([
    ['2024-12-31', 1],
    ['2025-01-01', 0],
    ['2025-05-31', 0],
    ['2025-06-01', 1],
  ])('say that on %s %i hold one that lapsed and was retained in June', async (day, count) => {
    const lapsed: JejakEvent = {
      ...granted,
      data: { ...granted.data, validUntil: '2024-12-31' },
    };
    const renewing = await queryApiOver(logOf([...wholeHistory(), lapsed, retained]));
    const { body } = await renewing.get(`/v1/predicates?validAt=${day}`);
    expect(body['items']).toHaveLength(count);
    await renewing.close();
  });

  it('keep a grant readable after it was revoked', async () => {
    const { body } = await api.get('/v1/predicates?region=36.04');
    expect(body['items']).toMatchObject([
      { predicate: 'WBK', heldUntil: '2025-05-31', ended: { by: 'revoked', reason: 'Levies' } },
    ]);
    expect((await api.get('/v1/predicates?province=36')).body['items']).toEqual(body['items']);
    expect((await api.get('/v1/predicates?province=32')).body['items']).toEqual([]);
    expect(missingIndexes(predicateList)).toEqual([]);
  });
});
