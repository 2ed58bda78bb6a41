import type { ComplaintEvent } from '@jejak/domain/complaint/events';
import type { DeclarationEvent } from '@jejak/domain/declaration/events';
import type { GratificationEvent } from '@jejak/domain/gratification/events';
import { reportedGift } from '@jejak/views/testing/gratification';
import { informationEvents } from '@jejak/views/testing/information';
import { recorded } from '@jejak/views/testing/recorded';

import { complaintSection } from '../complaint/complaint.section';
import { declarationSection } from '../declaration/declaration.section';
import { gratificationSection } from '../gratification/gratification.section';
import { informationSection } from '../information/information.section';
import { policyFacts } from '../testing/policy-facts';
import { itemsOver } from '../testing/section-over';

describe('The section information', () => {
  const events = Object.values(informationEvents);
  const content = informationEvents.requested.data.terms;
  const unconfirmed = ['dispute: general knowledge'];
  const log = recorded([
    ...events.map((event) => ({ stream: 'information-serang-2025-001', event })),
    ...policyFacts({ kind: 'information-terms', content }, unconfirmed),
  ]);
  const requestsOn = (day?: string) => itemsOver(informationSection, log, '36.73', day);

  describe('the information requests of a region', () => {
    it.each([
      ['2025-02-03', { status: 'open', dueOn: '2025-02-17', openUntil: '2025-02-17' }],
      ['2025-02-14', { status: 'open', dueOn: '2025-02-26', openUntil: '2025-02-26' }],
      ['2025-02-27', { status: 'answered', openUntil: null, objection: null }],
      ['2025-03-03', { status: 'objected', openUntil: '2025-04-23', decision: null }],
      ['2025-04-10', { status: 'decided', openUntil: null, dispute: null }],
      ['2025-04-25', { status: 'disputed', dispute: { inTime: true } }],
    ])('are on %s as far as they had come', async (day, shown) => {
      expect(await requestsOn(day)).toMatchObject([shown]);
    });

    it('say what nobody confirms of their terms', async () => {
      expect(await requestsOn('2025-02-03')).toMatchObject([{ unconfirmed }]);
    });

    it('begin with their receipt, and name no requester', async () => {
      expect(await requestsOn('2025-02-02')).toEqual([]);
      expect(JSON.stringify(await requestsOn())).not.toContain(
        informationEvents.requested.data.requester,
      );
    });
  });
});

describe('The section gratification', () => {
  const { receiver, key, reported } = reportedGift;
  const dropped: GratificationEvent = {
    type: 'GratificationDropped',
    data: { ...key, droppedOn: '2026-03-20' },
  };
  const rest: readonly GratificationEvent[] = [
    { type: 'GratificationCompleted', data: { ...key, completedOn: '2026-02-12', late: false } },
    {
      type: 'GratificationForwarded',
      data: { ...key, forwardedOn: '2026-02-27', late: true, decideBy: null, counted: [] },
    },
    {
      type: 'GratificationDecided',
      data: {
        ...{ ...key, decidedOn: '2026-03-20', owner: 'state', decision: 'SK-12/2026' },
        decidedBy: 'verifier-1',
      },
    },
  ];
  const on = (events: readonly GratificationEvent[], day?: string) =>
    itemsOver(
      gratificationSection,
      recorded(events.map((event) => ({ stream: `gratification-${receiver}`, event }))),
      '36.73',
      day,
    );

  describe('the gifts reported in a region', () => {
    it.each([
      ['2026-02-10', { status: 'reported', complete: false, forwardedLate: null }],
      ['2026-02-12', { status: 'reported', complete: true, completedOn: '2026-02-12' }],
      ['2026-02-27', { status: 'forwarded', forwardedLate: true, owner: null, decision: null }],
      ['2026-03-20', { status: 'decided', owner: 'state', decision: 'SK-12/2026' }],
    ])('are on %s as far as they had come', async (day, shown) => {
      expect(await on([reported, ...rest], day)).toMatchObject([shown]);
    });

    it('appear with the report, not with the gift, and name nobody', async () => {
      expect(await on([reported], '2026-02-09')).toEqual([]);
      expect(JSON.stringify(await on([reported]))).not.toContain(receiver);
    });

    it('are dropped on the day they were', async () => {
      expect(await on([reported, dropped], '2026-03-19')).toMatchObject([{ status: 'reported' }]);
      expect(await on([reported, dropped], '2026-03-20')).toMatchObject([{ status: 'dropped' }]);
    });
  });
});

describe('The section complaint', () => {
  const key = { complaint: '7d0e7e0e-95b6-4f0c-9c3a-7f5e2a1b4c03', region: '36.73' };
  const events: readonly ComplaintEvent[] = [
    {
      type: 'ComplaintFiled',
      data: {
        ...{ ...key, channel: 'web', class: 'violation', reporter: null, filedOn: '2026-02-02' },
        ...{ sealedText: 'v1.Zm9v', forwardBy: '2026-02-05', answerBy: '2026-02-16' },
        ...{ counted: [], policyVersion: 1, unconfirmed: [] },
      },
    },
    {
      type: 'ComplaintAssigned',
      data: { ...key, office: 'inspektorat', handler: null, assignedOn: '2026-02-06', late: true },
    },
  ];
  const log = recorded(events.map((event) => ({ stream: 'complaint-7d0e', event })));
  const on = (day?: string, region = '36.73') => itemsOver(complaintSection, log, region, day);

  describe('the complaints of a region', () => {
    it('are counted up to the day', async () => {
      expect(await on('2026-02-01')).toMatchObject([{ filed: 0, open: 0 }]);
      expect(await on('2026-02-02')).toMatchObject([{ filed: 1, anonymous: 1, forwardedLate: 0 }]);
      expect(await on()).toMatchObject([{ filed: 1, forwardedLate: 1, open: 1 }]);
    });

    it('are counts and nothing else: no complaint, text or office', async () => {
      const [counts] = await on();
      const values = Object.values({ ...counts }).filter((value) => typeof value !== 'number');
      expect(values).toEqual(['36.73']);
      expect(await on(undefined, '36')).toEqual([]);
    });
  });
});

describe('The section declaration', () => {
  const person = '0b9f6c1e-7d52-4c55-9f2a-3c7f5a1e9d04';
  const key = { person, position: 'camat', region: '36.73', field: 'executive' } as const;
  const basis = { policyVersion: 2, unconfirmed: [] };
  const periodic = { filing: 'periodic-2023', year: 2023 };
  const events: readonly DeclarationEvent[] = [
    {
      type: 'ObligorRegistered',
      data: {
        ...{ ...key, ...basis, title: 'Camat', since: '2015-01-01', firstYear: 2023 },
        expects: { filing: 'periodic-2023', dueOn: '2024-03-31' },
      },
    },
    {
      type: 'WealthReportFiled',
      data: {
        ...{ ...key, ...basis, ...periodic, kind: 'periodic', occasionOn: '2023-12-31' },
        ...{ filedOn: '2024-04-02', receipt: 'TT-1', dueOn: '2024-03-31', late: true },
        ...{ expects: null, recordedBy: 'operator-1' },
      },
    },
    {
      type: 'WealthReportVerified',
      data: {
        ...{ ...key, ...periodic, result: 'complete', verifiedOn: '2024-05-02', notice: null },
        ...{ completeBy: null, counted: [], basis: null, verifiedBy: 'verifier-1' },
      },
    },
  ];
  const log = recorded(events.map((event) => ({ stream: `declaration-${person}_camat`, event })));
  const on = (day?: string, region = '36.73') => itemsOver(declarationSection, log, region, day);

  describe('the wealth reports of a region', () => {
    it.each([
      ['2024-04-01', { submitted: 0, submittedPercent: '0', completePercent: '0' }],
      ['2024-04-02', { submitted: 1, late: 1, submittedPercent: '100', completePercent: '0' }],
      ['2024-05-02', { complete: 1, completePercent: '100', byField: [{ field: 'executive' }] }],
    ])('on %s have the ratios of the day', async (day, shown) => {
      expect(await on(day)).toMatchObject([{ year: 2023, obligors: 1, ...shown }]);
    });

    it('appear when their year is over, the latest year first', async () => {
      expect(await on('2023-12-31')).toEqual([]);
      expect(await on('2026-01-01')).toMatchObject([
        { year: 2025 },
        { year: 2024 },
        { year: 2023 },
      ]);
      expect(await on(undefined, '36')).toEqual([]);
    });

    it('name nobody', async () => {
      expect(JSON.stringify(await on())).not.toContain(person);
    });
  });
});
