import { type JejakEvent, predicateStream, zoneDeclarationStream, zoneStream } from '@jejak/domain';
import { sampleSheet, sampleWindows } from '@jejak/domain/testing/zone-sheets';
import { published, recordedBy, wholeHistory } from '@jejak/domain/testing/zones';
import type { PredicateEvent } from '@jejak/domain/zone';
import { cycleOfEvent } from '@jejak/views';
import { recorded } from '@jejak/views/testing/recorded';

import { policyFacts } from '../testing/policy-facts';
import { itemsOver } from '../testing/section-over';
import { predicateSection, zoneDeclarationSection, zoneSection } from '../zone/zone.section';

describe('The sections of zones', () => {
  const region = '36.04';
  const told = published({
    unit: 'bapenda',
    unitName: 'Bapenda',
    year: 2021,
    outcome: 'not-granted',
  });
  const cycleFacts = (events: readonly JejakEvent[]) =>
    events.map((event) => ({ stream: zoneStream(cycleOfEvent(event)!), event }));
  const cycles = recorded(cycleFacts([...recordedBy([told]), ...wholeHistory()]));
  const zonesOn = (day?: string) => itemsOver(zoneSection, cycles, region, day);

  describe('the zones of a region', () => {
    it.each([
      ['2024-01-14', 'building', { target: null, publishedOnly: false, results: { SELF: null } }],
      ['2024-05-31', 'building', { target: 'WBK', results: { SELF: null }, prerequisites: null }],
      ['2024-06-01', 'self-assessed', { results: { SELF: { total: '90' }, TPI: null } }],
      ['2024-07-02', 'reviewed', { prerequisites: expect.any(Array) as unknown, window: null }],
    ])('on %s had come to: %s', async (day, stage, shown) => {
      expect((await zonesOn(day))[0]).toMatchObject({
        ...{ zone: '36.04-disdukcapil-2024', stage, reasons: [] },
        ...shown,
      });
    });

    it.each([
      [sampleWindows, ['effectiveFrom']],
      [{ ...sampleWindows, years: [] }, ['effectiveFrom', 'usual']],
    ])('say what nobody confirms of the window they were proposed in', async (content, parts) => {
      const policy = { kind: 'zone-window', content } as const;
      const facts = cycleFacts([...wholeHistory()]);
      const log = recorded([...facts, ...policyFacts(policy, ['effectiveFrom', 'usual'])]);
      expect(await itemsOver(zoneSection, log, region)).toMatchObject([
        { window: { closesOn: '2024-07-31', policyVersion: 1, unconfirmed: parts } },
      ]);
    });

    it('of which only the year is known count from its last day', async () => {
      expect(await zonesOn('2021-12-30')).toEqual([]);
      expect(await zonesOn('2021-12-31')).toMatchObject([
        { unit: 'bapenda', stage: 'declined', publishedOnly: true },
      ]);
    });

    it('are shown as they stand today, the latest year first', async () => {
      const zones = await zonesOn();
      expect(zones).toMatchObject([{ stage: 'recommended' }, { year: 2021 }]);
      expect(await itemsOver(zoneSection, cycles, '36')).toEqual([]);
    });
  });

  const unit = { region, unit: 'disdukcapil' };
  const key = { ...unit, year: 2022, predicate: 'WBK' } as const;
  const grants: readonly PredicateEvent[] = [
    {
      type: 'PredicateGranted',
      data: {
        ...{ ...key, unitName: 'Disdukcapil', grantedBy: 'minister', replaces: null },
        ...{ decision: { number: 'KEP/1', date: '2022-12-06' }, validUntil: '2024-12-31' },
      },
    },
    {
      type: 'PredicateRetained',
      data: {
        ...{ ...key, validUntil: '2026-12-31' },
        decision: { number: 'KEP/2', date: '2024-02-01' },
      },
    },
    {
      type: 'PredicateRevoked',
      data: {
        ...{ ...key, ground: 'under-minimum', reason: 'Below 75' },
        decision: { number: 'KEP/3', date: '2025-06-01' },
      },
    },
  ];
  const held = recorded(grants.map((event) => ({ stream: predicateStream(unit), event })));

  it.each([
    ['2023-01-01', { held: true, heldUntil: '2024-12-31', ended: null, retentions: [] }],
    ['2024-02-01', { held: true, heldUntil: '2026-12-31', validUntil: '2026-12-31', ended: null }],
    ['2025-06-01', { held: false, heldUntil: '2025-05-31', ended: { by: 'revoked' } }],
  ])('a predicate on %s is as it was decided by then', async (day, shown) => {
    expect(await itemsOver(predicateSection, held, region, day)).toMatchObject([shown]);
    expect(await itemsOver(predicateSection, held, region, '2022-12-05')).toEqual([]);
  });

  it.each([
    ['2024-12-31', { held: true, unconfirmed: [] }],
    ['2025-01-31', { held: false, heldUntil: '2024-12-31', spans: [{ from: '2022-12-06' }] }],
    ['2025-02-01', { held: true, spans: [{}, {}], unconfirmed: ['lapsed-retention'] }],
  ])('a predicate that lapsed and was retained later, on %s', async (day, shown) => {
    const late: readonly PredicateEvent[] = grants.slice(0, 2).map((event) =>
      event.type === 'PredicateRetained'
        ? {
            ...event,
            data: { ...event.data, decision: { number: 'KEP/2', date: '2025-02-01' } },
          }
        : event,
    );
    const log = recorded(late.map((event) => ({ stream: predicateStream(unit), event })));
    expect(await itemsOver(predicateSection, log, region, day)).toMatchObject([shown]);
  });

  it('a predicate says by when it is evaluated again, and what nobody confirms of that', async () => {
    const term: PredicateEvent = {
      type: 'MonitoringTermSet',
      data: {
        ...{ ...key, setOn: '2022-12-06', forYear: 2023, dueOn: '2023-12-31', policyVersion: 1 },
      },
    };
    const evaluated: PredicateEvent = {
      type: 'PredicateMonitored',
      data: {
        ...{ ...key, monitoredOn: '2023-05-01', team: 'TPN', meetsMinimum: true, total: null },
        ...{ findings: 'In order', monitoredBy: 'tpn' },
        ...{ totalAgainst: null, report: 'LHE-1' },
      },
    };
    const stream = predicateStream(unit);
    const policy = { kind: 'zone-monitoring', content: { lastDay: '12-31' } } as const;
    const log = recorded([
      ...[...grants.slice(0, 1), term, evaluated].map((event) => ({ stream, event })),
      ...policyFacts(policy, ['lastDay']),
    ]);
    const on = (day: string) => itemsOver(predicateSection, log, region, day);
    expect(await on('2022-12-06')).toMatchObject([
      { monitoringDue: { dueOn: '2023-12-31', policyVersion: 1, unconfirmed: ['lastDay'] } },
    ]);
    expect(await on('2023-05-01')).toMatchObject([{ monitoringDue: null }]);
  });

  it.each([
    ['2021-02-28', []],
    ['2021-03-01', [{ asOf: '2021-03-01', percent: '66.67', owed: 300 }]],
    ['2021-06-30', [{ asOf: '2021-06-30', percent: '100', owed: 0 }]],
  ])('the declaration of a zone on %s has the pacts counted by then', async (day, shown) => {
    const declared: JejakEvent = {
      type: 'ZoneDeclared',
      data: {
        ...{ region, declaredOn: '2021-03-01', publication: 'serangkab.go.id', witnesses: [] },
        ...{ coverage: { staff: 900, signed: 600 }, owed: 300, source: null, policyVersion: 1 },
      },
    };
    const counted: JejakEvent = {
      type: 'PactCoverageRecorded',
      data: { region, asOf: '2021-06-30', coverage: { staff: 900, signed: 900 }, owed: 0 },
    };
    const stream = zoneDeclarationStream(region);
    const log = recorded([
      ...[declared, counted].map((event) => ({ stream, event })),
      ...policyFacts({ kind: 'zone-sheet', content: sampleSheet }, [
        'procedure.pactCoverageAbove',
        'thresholds.WBBM',
      ]),
    ]);
    const rest = { declaredOn: '2021-03-01', publication: 'serangkab.go.id' };
    const unconfirmed = ['procedure.pactCoverageAbove'];
    expect(await itemsOver(zoneDeclarationSection, log, region, day)).toMatchObject(
      shown.map((one) => ({ ...rest, ...one, unconfirmed })),
    );
  });
});
