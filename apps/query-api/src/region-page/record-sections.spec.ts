import { type JejakEvent, scorecardStream } from '@jejak/domain';
import type { ClaimRecorded } from '@jejak/domain/dispute/events';
import type { IndexCorrected, IndexRecorded } from '@jejak/domain/indices/events';
import type { ActionPlanAdopted } from '@jejak/domain/plan/events';
import type { AreaScoresRecorded } from '@jejak/domain/scorecard/events';
import { evidenceFacts, finalisedFacts } from '@jejak/views/testing/evidence-log';
import { informationEvents } from '@jejak/views/testing/information';
import { recorded } from '@jejak/views/testing/recorded';

import { deadlineSection } from '../deadline/deadline.section';
import { disputeSection } from '../dispute/dispute.section';
import { evidenceSection } from '../evidence/evidence.section';
import { indicesSection } from '../indices/indices.section';
import { policyFacts } from '../testing/policy-facts';
import { itemsOver, sectionOver } from '../testing/section-over';

describe('The section indices', () => {
  const key = { kind: 'SPI', subject: '36.73', year: 2024 };
  const source = { id: 'I7', citation: 'x' };
  const published = (
    publication: number,
    value: string,
    publishedOn: string | null,
  ): IndexRecorded => ({
    type: 'IndexRecorded',
    data: {
      ...{ ...key, publication, value, band: 'red', claimedBand: null, claimedAs: null },
      ...{ respondents: null, publishedOn, source, policyVersion: 1 },
      recordedBy: 'operator-1',
    },
  });
  const corrected: IndexCorrected = {
    type: 'IndexCorrected',
    data: {
      ...{ ...key, publication: 1, from: '64.68', to: '64.86', band: 'red', reason: 'Digits' },
      ...{ policyVersion: 1, correctedBy: 'operator-1', decision: 'SK-1' },
    },
  };
  const log = recorded([
    ...[published(1, '64.68', null), published(2, '65', '2025-01-22'), corrected].map((event) => ({
      ...{ stream: 'index-spi-36.73-2024', event },
    })),
    ...policyFacts({ kind: 'index-scales', content: { scales: [] } }, [
      'scales.SPI.bands',
      'scales.SPBE',
    ]),
  ]);
  const on = (day?: string) => itemsOver(indicesSection, log, '36.73', day);

  describe('the indices of a region', () => {
    it('are what had been published by the day, at the end of the year where no day is known', async () => {
      expect(await on('2024-12-30')).toEqual([]);
      expect(await on('2024-12-31')).toMatchObject([{ kind: 'SPI', disputed: false }]);
      expect(await on('2025-01-22')).toMatchObject([{ disputed: true, publications: [{}, {}] }]);
    });

    it('say what nobody confirms of the scale that their bands follow', async () => {
      expect(await on('2024-12-31')).toMatchObject([
        { publications: [{ unconfirmed: ['scales.SPI.bands'] }] },
      ]);
    });

    it('have the value that a correction says they always had', async () => {
      expect(await on('2024-12-31')).toMatchObject([{ publications: [{ value: '64.86' }] }]);
    });
  });
});

describe('The section evidence', () => {
  const key = { region: '36.01', instrument: 'MCP', year: 2018 };
  const scores: AreaScoresRecorded = {
    type: 'AreaScoresRecorded',
    data: {
      ...{ ...key, scores: [{ area: 'procurement', score: '42' }], asOf: '2018-01-15' },
      source: { id: 'B1', citation: 'x' },
    },
  };
  const log = recorded([
    ...evidenceFacts,
    { stream: scorecardStream(key), event: scores },
    ...finalisedFacts,
  ]);
  const on = (day?: string) => itemsOver(evidenceSection, log, '36.01', day);

  describe('how complete the scorecards of a region are', () => {
    it.each([
      ['2018-01-15', { scoredAreas: 1, documents: 3, uploads: { handedIn: 0 }, finalisedOn: null }],
      ['2018-10-01', { uploads: { handedIn: 1, replaced: 0, returned: 0 } }],
      ['2018-10-03', { uploads: { handedIn: 1, replaced: 1, returned: 1, late: 0 } }],
      ['2018-11-10', { uploads: { handedIn: 1, replaced: 1, late: 1, verified: 1, returned: 1 } }],
    ])('is on %s what had been scored, handed in and judged', async (day, shown) => {
      expect(await on(day)).toMatchObject([{ instrument: 'MCP', year: 2018, ...shown }]);
    });

    it('names the areas that nobody has scored', async () => {
      expect(await on()).toMatchObject([
        {
          areas: [
            { area: 'assets', scoredOn: null },
            { area: 'procurement', scoredOn: '2018-01-15' },
          ],
          finalisedOn: expect.any(String) as unknown,
        },
      ]);
    });

    it('begins with the opening, or with the first day a score speaks of', async () => {
      expect(await on('2018-01-14')).toEqual([]);
      expect(await itemsOver(evidenceSection, log, '36')).toEqual([]);
    });
  });
});

describe('The section dispute', () => {
  const claim = (number: number, date: string, ...regions: readonly string[]): ClaimRecorded => ({
    type: 'ClaimRecorded',
    data: {
      ...{ instrument: 'MCP', year: 2024, claim: number, by: 'KPK task force', date, text: 'x' },
      about: regions.map((region) => ({ region, rank: null })),
      source: { id: 'B9', citation: 'x' },
    },
  });
  const log = recorded(
    [claim(1, '2025-02-16', '36.72'), claim(2, '2025-08-14', '36.72', '36.73')].map((event) => ({
      ...{ stream: 'dispute-mcp-2024', event },
    })),
  );
  const claimsOn = async (region: string, day?: string) =>
    (await itemsOver(disputeSection, log, region, day)).map((one) =>
      'claims' in one && Array.isArray(one.claims) ? one.claims.length : 0,
    );

  it('a region is in dispute from the first claim that names it, with every claim of the result', async () => {
    expect(await claimsOn('36.72', '2025-02-15')).toEqual([]);
    expect(await claimsOn('36.72', '2025-02-16')).toEqual([1]);
    expect(await claimsOn('36.73', '2025-08-13')).toEqual([]);
    expect(await claimsOn('36.73')).toEqual([2]);
    expect(await claimsOn('36')).toEqual([]);
  });
});

describe('The section deadline', () => {
  const { requested, extended, answered, objected } = informationEvents;
  const id = 'information.answer:serang-2025-001';
  const passed: JejakEvent = {
    type: 'DeadlinePassed',
    data: {
      ...{ id, deadline: 'information.answer', region: '36.73', title: 'Answer' },
      ...{ subject: 'information-serang-2025-001', dueOn: '2025-02-26', policyVersion: 1 },
      ...{ zone: 'Asia/Jakarta', zoneAssumed: false, passedAt: '2025-02-26T17:00:00.000Z' },
    },
  };
  const adopted: ActionPlanAdopted = {
    type: 'ActionPlanAdopted',
    data: {
      ...{ plan: 'p', region: '36.73', period: '2025', decree: null, source: null },
      ...{ announcedItemCount: null, checkpoints: [], checkpointPolicy: null },
      items: [
        {
          ...{ id: 'i1', title: 'Budget', owner: null, measure: null, targets: [] },
          milestones: [{ id: 'm1', title: 'Published', dueOn: '2026-12-31', target: null }],
        },
      ],
    },
  };
  const content = requested.data.terms;
  const unconfirmed = ['dispute: general knowledge'];
  const logOf = (...events: readonly JejakEvent[]) =>
    recorded([
      ...events.map((event) => ({
        stream: event.type === 'ActionPlanAdopted' ? 'plan-p' : 'information-serang-2025-001',
        event,
      })),
      ...policyFacts({ kind: 'information-terms', content }, unconfirmed),
    ]);
  const terms = logOf(requested, extended, answered, passed, objected);
  const on = (day?: string) => itemsOver(deadlineSection, terms, '36.73', day);

  describe('the deadlines of a region', () => {
    it.each([
      ['2025-02-02', []],
      ['2025-02-03', [{ id, dueOn: '2025-02-17', state: 'open', passedAt: null }]],
      ['2025-02-14', [{ id, dueOn: '2025-02-26', state: 'open' }]],
      ['2025-02-26', [{ id, state: 'open', metOn: null }]],
      ['2025-02-27', []],
      ['2025-03-03', [{ deadline: 'information.decision', dueOn: '2025-04-23', state: 'open' }]],
    ])(
      'are on %s those that were to be kept then, by the last days of then',
      async (day, shown) => {
        expect(await on(day)).toMatchObject(shown);
      },
    );

    it('come with those that passed, what is next first', async () => {
      const late = logOf(requested, extended, passed, objected);
      const items = await itemsOver(deadlineSection, late, '36.73', '2025-03-04');
      expect(items).toMatchObject([
        { deadline: 'information.decision', state: 'open' },
        { id, state: 'passed', passedAt: '2025-02-26T17:00:00.000Z' },
      ]);
      expect(items[0]).not.toHaveProperty('turns');
    });

    it('are unanswered before the recording of a last day that nothing says since when it was set', async () => {
      const log = logOf(requested, adopted);
      expect(await sectionOver(deadlineSection, log, '36.73', '2025-12-31')).toMatchObject({
        status: 'unanswered',
        reason: expect.stringContaining('recorded after 2025-12-31') as unknown,
      });
      expect(await itemsOver(deadlineSection, log, '36.73', '2026-01-05')).toMatchObject([
        { deadline: 'plan.milestone', policy: null, unconfirmed: [] },
        { deadline: 'information.answer', policy: { kind: 'information-terms' }, unconfirmed },
      ]);
    });
  });
});
