import { predicateStream, zoneStream } from '@jejak/domain';
import { designate, recordedBy, wholeHistory } from '@jejak/domain/testing/zones';
import type { PredicateEvent, ZoneEvent } from '@jejak/domain/zone';

import { deadlines } from '../deadlines/deadlines';
import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';

const unit = { region: '36.04', unit: 'disdukcapil' };
const recordedAt = '2024-01-16T02:00:00.000Z';

const logOf = (stream: string, events: readonly ZoneEvent[]) =>
  recorded(events.map((event) => ({ stream, event, recordedAt })));
const ofCycle = (events: readonly ZoneEvent[]) =>
  fold(deadlines, twice(logOf(zoneStream({ ...unit, year: 2024 }), events)));
const ofUnit = (...events: readonly PredicateEvent[]) =>
  fold(deadlines, twice(logOf(predicateStream(unit), events)));

const granted = (
  year: number,
  predicate: 'WBK' | 'WBBM',
  validUntil: string | null,
  replaces: number | null = null,
): PredicateEvent => ({
  type: 'PredicateGranted',
  data: {
    ...{ ...unit, year, unitName: 'Sample unit', predicate, replaces, validUntil },
    decision: { number: `KEP/${year}`, date: `${year}-12-06` },
    grantedBy: 'minister',
  },
});
const retained = (validUntil: string | null): PredicateEvent => ({
  type: 'PredicateRetained',
  data: {
    ...{ ...unit, year: 2022, predicate: 'WBK', validUntil },
    decision: { number: 'KEP/R', date: '2024-02-01' },
  },
});
const revoked: PredicateEvent = {
  type: 'PredicateRevoked',
  data: {
    ...{ ...unit, year: 2022, predicate: 'WBK', ground: 'under-minimum', reason: 'Below 75' },
    decision: { number: 'KEP/X', date: '2025-06-01' },
  },
};

const review = 'zone.internal-review:36.04:disdukcapil:2024';
const proposal = 'zone.proposal:36.04:disdukcapil:2024';
const validity = (year: number): string => `zone.validity:36.04:disdukcapil:${year}`;

describe('the window of a zone cycle', () => {
  it('is open from the designation to the day on which the letter of the year closes it', () => {
    const open = ofCycle(recordedBy([designate()]));
    expect([...open.keys()]).toEqual([review, proposal]);
    expect(open.get(proposal)).toMatchObject({
      ...{ state: 'open', dueOn: '2024-07-31', subject: 'zone-36.04-disdukcapil-2024' },
      title: 'Propose disdukcapil, cycle 2024',
    });
    expect(open.get(review)).toMatchObject({ state: 'open', dueOn: '2024-07-31' });
  });

  it('is kept by the internal result and by the proposal', () => {
    const kept = ofCycle(wholeHistory());
    expect(kept.get(review)).toMatchObject({ state: 'met', metOn: expect.any(String) as string });
    expect(kept.get(proposal)).toMatchObject({ state: 'met', dueOn: '2024-07-31' });
  });

  it('is that of the proposal where a letter moved it since', () => {
    const moved = wholeHistory().map((event) =>
      event.type === 'UnitProposed'
        ? {
            ...event,
            data: { ...event.data, window: { opensOn: '2024-08-01', closesOn: '2024-08-15' } },
          }
        : event,
    );
    expect(ofCycle(moved).get(proposal)).toMatchObject({ state: 'met', dueOn: '2024-08-15' });
  });

  it('is not there where no policy said when it is', () => {
    expect(ofCycle(recordedBy([designate({ windows: null })])).size).toBe(0);
  });
});

const termSet = (forYear: number, dueOn: string | null, setOn: string): PredicateEvent => ({
  type: 'MonitoringTermSet',
  data: { ...unit, year: 2022, predicate: 'WBK', setOn, forYear, dueOn, policyVersion: 1 },
});
const evaluated = (monitoredOn: string): PredicateEvent => ({
  type: 'PredicateMonitored',
  data: {
    ...{ ...unit, year: 2022, predicate: 'WBK', monitoredOn, team: 'TPI', meetsMinimum: true },
    ...{ total: null, findings: 'In order', monitoredBy: 'tpi' },
    ...{ totalAgainst: null, report: 'LHE-1' },
  },
});

describe('the yearly evaluation of a predicate', () => {
  const id = (forYear: number): string => `zone.monitoring:36.04:disdukcapil:2022:${forYear}`;
  const begun = [
    granted(2022, 'WBK', '2026-12-31'),
    termSet(2023, '2023-12-31', '2022-12-06'),
  ] as const;

  it('is due in the year after the grant, by the policy that says so', () => {
    expect(ofUnit(...begun).get(id(2023))).toMatchObject({
      ...{ state: 'open', dueOn: '2023-12-31', subject: 'predicate-36.04-disdukcapil' },
      ...{ title: 'Evaluate WBK of disdukcapil, cycle 2022 again, for 2023', province: '36' },
      policy: { kind: 'zone-monitoring', version: 1 },
    });
  });

  it('is kept once by whichever team makes it, which sets that of the next year', () => {
    const next = termSet(2024, '2024-12-31', '2023-05-01');
    const kept = ofUnit(...begun, evaluated('2023-05-01'), next, evaluated('2023-09-01'));
    expect(kept.get(id(2023))).toMatchObject({ state: 'met', metOn: '2023-05-01' });
    expect(kept.get(id(2024))).toMatchObject({ state: 'open', dueOn: '2024-12-31' });
  });

  it('is kept late by one in a later year', () => {
    const late = ofUnit(...begun, evaluated('2024-02-01'));
    expect(late.get(id(2023))).toMatchObject({ state: 'met', metOn: '2024-02-01' });
    expect([...late.keys()].filter((key) => key.startsWith('zone.monitoring'))).toHaveLength(1);
  });

  it.each<[string, PredicateEvent]>([
    ['it is revoked', revoked],
    ['another predicate takes its place', granted(2024, 'WBBM', null, 2022)],
    ['its validity now ends before', termSet(2023, null, '2023-02-01')],
  ])('is dropped when %s', (_, event) => {
    expect(ofUnit(...begun, event).get(id(2023))).toMatchObject({ state: 'dropped' });
  });
});

describe('the validity of a predicate', () => {
  it('ends on the day its decision states, and is not there where it states none', () => {
    expect(ofUnit(granted(2022, 'WBK', '2024-12-31')).get(validity(2022))).toMatchObject({
      ...{ state: 'open', dueOn: '2024-12-31', subject: 'predicate-36.04-disdukcapil' },
      title: 'Retain or renew WBK of disdukcapil, cycle 2022',
    });
    expect(ofUnit(granted(2022, 'WBK', null)).size).toBe(0);
  });

  it.each<[string, PredicateEvent, object]>([
    ['is moved by a retention', retained('2026-12-31'), { state: 'open', dueOn: '2026-12-31' }],
    ['is dropped by a retention without a last day', retained(null), { state: 'dropped' }],
    ['is dropped by a revocation', revoked, { state: 'dropped' }],
    [
      'is dropped by the predicate after it',
      granted(2024, 'WBBM', null, 2022),
      { state: 'dropped' },
    ],
  ])('%s', (_, event, expected) => {
    expect(ofUnit(granted(2022, 'WBK', '2024-12-31'), event).get(validity(2022))).toMatchObject(
      expected,
    );
  });
});
