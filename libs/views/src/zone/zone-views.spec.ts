import { type JejakEvent, predicateStream, zoneStream } from '@jejak/domain';
import type { PredicateEvent } from '@jejak/domain/zone';
import {
  answersWorth,
  designate,
  published,
  recordedBy,
  wholeCycle,
  wholeHistory,
} from '@jejak/domain/testing/zones';

import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { lkeScorecardId, lkeScorecards } from './lke-scorecards';
import { predicateRegister } from './predicate-register';
import { zoneCycles } from './zone-cycles';
import { zoneFunnel, zoneFunnelOf } from './zone-funnel';

const id = '36.04-disdukcapil-2024';
const unit = { region: '36.04', unit: 'disdukcapil' };
const cycleLog = (events: readonly JejakEvent[]) =>
  recorded(events.map((event) => ({ stream: zoneStream({ ...unit, year: 2024 }), event })));
const predicateLog = (...events: PredicateEvent[]) =>
  recorded(events.map((event) => ({ stream: predicateStream(unit), event })));

const granted = (
  year: number,
  predicate: 'WBK' | 'WBBM',
  date: string,
  change: { replaces?: number; validUntil?: string } = {},
): PredicateEvent => ({
  type: 'PredicateGranted',
  data: {
    ...{ ...unit, year, unitName: 'Sample unit', predicate, grantedBy: 'minister' },
    decision: { number: `KEP/${year}`, date },
    validUntil: change.validUntil ?? null,
    replaces: change.replaces ?? null,
  },
});
const key = { ...unit, year: 2022, predicate: 'WBK' } as const;
const retained: PredicateEvent = {
  type: 'PredicateRetained',
  data: {
    ...key,
    decision: { number: 'KEP/R', date: '2024-02-01' },
    validUntil: '2026-12-31',
  },
};
const revoked: PredicateEvent = {
  type: 'PredicateRevoked',
  data: {
    ...{ ...key, ground: 'under-minimum', reason: 'Below 75' },
    decision: { number: 'KEP/X', date: '2025-06-01' },
  },
};

describe('the cycles of integrity zones', () => {
  it('are the same however often an event is seen', () => {
    const log = cycleLog([
      ...recordedBy([published({ year: 2024, outcome: null })]),
      ...wholeHistory(),
    ]);
    for (const view of [zoneCycles, lkeScorecards, zoneFunnel]) {
      expect(fold<object>(view, twice(log))).toEqual(fold<object>(view, log));
    }
    const grants = predicateLog(granted(2022, 'WBK', '2022-12-06'), retained, revoked);
    expect(fold(predicateRegister, twice(grants))).toEqual(fold(predicateRegister, grants));
  });

  it('keep what a publication says beside their steps, not among them', () => {
    const later = recordedBy([...wholeCycle, published({ year: 2024, outcome: 'granted-wbk' })]);
    const document = fold(zoneCycles, cycleLog(later)).get(id);
    expect(document).toMatchObject({
      stage: 'recommended',
      publishedOnly: false,
      publications: [{ outcome: 'granted-wbk' }],
    });
  });

  it('go on from a publication to the steps that were recorded', () => {
    const events = recordedBy([published({ year: 2024, outcome: null }), designate()]);
    expect(fold(zoneCycles, cycleLog(events)).get(id)).toMatchObject({
      stage: 'designated',
      publishedOnly: false,
      steps: [
        { stage: 'declared', on: null },
        { stage: 'designated', on: '2024-01-15' },
      ],
    });
  });

  it('do not begin in the middle', () => {
    const [, second] = wholeHistory();
    expect(() => fold(zoneCycles, cycleLog([second!]))).toThrow('Nothing was recorded');
  });
});

describe('the scorecards of a cycle', () => {
  const cards = fold(lkeScorecards, cycleLog(recordedBy(wholeCycle.slice(0, 3))));

  it('are scored as far as they go, each set for itself', () => {
    expect(cards.get(lkeScorecardId(id, 'SELF'))).toMatchObject({
      answers: answersWorth(90),
      score: { total: '90', answered: 15 },
    });
    const untouched = cards.get(lkeScorecardId(id, 'TPI'));
    expect(untouched).toMatchObject({ answers: [], score: { total: '0', answered: 0 } });
    expect(untouched?.checks.every(({ passed }) => !passed)).toBe(true);
    expect(untouched?.checks[0]).toMatchObject({ required: '75', reached: '0', gap: '-75' });
  });

  it('take a survey for the answer of the national team', () => {
    const all = fold(lkeScorecards, cycleLog(wholeHistory()));
    const answers = all.get(lkeScorecardId(id, 'TPN'))?.answers;
    expect(answers?.find(({ question }) => question === 'service.survey.1')).toMatchObject({
      value: { kind: 'index', index: '3.6', respondents: 60 },
      note: 'A sample',
    });
  });
});

describe('the funnel', () => {
  it('counts a unit in every stage it is known to have reached', () => {
    const [document] = fold(zoneFunnel, cycleLog(wholeHistory())).values();
    const { stages, declined } = zoneFunnelOf('36.04', 2024, [document!]);
    expect(stages.map(({ units }) => units)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
    expect(declined).toBe(0);
  });
});

describe('the predicates', () => {
  const held = (...events: PredicateEvent[]) =>
    [...fold(predicateRegister, predicateLog(...events)).values()].map(
      ({ predicate, grantedOn, heldUntil, ended }) => [
        predicate,
        grantedOn,
        heldUntil,
        ended?.by ?? null,
      ],
    );
  const wbk = granted(2022, 'WBK', '2022-12-06', { validUntil: '2024-12-31' });

  it('end with their validity, later once retained, and the day before they are revoked', () => {
    expect(held(wbk)).toEqual([['WBK', '2022-12-06', '2024-12-31', null]]);
    expect(held(wbk, retained)).toEqual([['WBK', '2022-12-06', '2026-12-31', null]]);
    expect(held(wbk, retained, revoked)).toEqual([['WBK', '2022-12-06', '2025-05-31', 'revoked']]);
    expect(held(granted(2022, 'WBK', '2022-12-06'))).toEqual([
      ['WBK', '2022-12-06', '9999-12-31', null],
    ]);
  });

  it('that lapsed before they were retained are held before and after, not in between', () => {
    const spansOf = (...events: PredicateEvent[]) =>
      [...fold(predicateRegister, predicateLog(...events)).values()].map(({ spans }) => spans);
    const lapsed = granted(2022, 'WBK', '2022-12-06', { validUntil: '2023-12-31' });
    const before = { from: '2022-12-06', until: '2023-12-31' };
    expect(spansOf(lapsed, retained)).toEqual([
      [before, { from: '2024-02-01', until: '2026-12-31' }],
    ]);
    expect(spansOf(lapsed, retained, revoked)).toEqual([
      [before, { from: '2024-02-01', until: '2025-05-31' }],
    ]);
    expect(spansOf(wbk, retained)).toEqual([[{ from: '2022-12-06', until: '2026-12-31' }]]);
  });

  it('give way to the one granted in their place', () => {
    const wbbm = granted(2024, 'WBBM', '2024-11-01', { replaces: 2022 });
    expect(held(wbk, wbbm)).toEqual([
      ['WBK', '2022-12-06', '2024-10-31', 'replaced'],
      ['WBBM', '2024-11-01', '9999-12-31', null],
    ]);
  });

  it('that had run out before stay run out when another takes their place', () => {
    const wbbm = granted(2026, 'WBBM', '2026-01-01', { replaces: 2022 });
    expect(held(wbk, wbbm)[0]).toEqual(['WBK', '2022-12-06', '2024-12-31', 'replaced']);
  });
});
