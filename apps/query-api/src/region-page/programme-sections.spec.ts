import type { SupervisionEvent } from '@jejak/domain/supervision/events';
import type { TrainingEvent } from '@jejak/domain/training/events';
import { sourceEvents } from '@jejak/views/testing/feed';
import { recorded } from '@jejak/views/testing/recorded';

import { feedSection } from '../feed/feed.section';
import { supervisionSection } from '../supervision/supervision.section';
import { policyFacts } from '../testing/policy-facts';
import { itemsOver, sectionOver } from '../testing/section-over';
import { trainingSection } from '../training/training.section';

describe('The section supervision', () => {
  const key = { meeting: 'm', region: '36' };
  const followed = { ...key, recommendation: 'r1' };
  const reported = (reportedOn: string): SupervisionEvent => ({
    type: 'FollowUpReported',
    data: {
      ...{ ...followed, reportedOn, evidence: [], note: null, reportedBy: 'operator-1' },
      late: true,
    },
  });
  const story: readonly (readonly [SupervisionEvent, recordedAt: string])[] = [
    [
      {
        type: 'MeetingRecorded',
        data: {
          ...{ ...key, title: 'Meeting', date: '2025-10-18', place: null, organiser: 'KPK' },
          ...{ participants: [], source: null },
        },
      },
      '2026-01-05T02:00:00.000Z',
    ],
    [
      {
        type: 'RecommendationMade',
        data: {
          ...{ ...followed, text: 'Publish', addressee: null, madeOn: '2025-10-20' },
          ...{ dueOn: '2025-12-17', policyVersion: 1 },
        },
      },
      '2026-01-05T02:00:00.000Z',
    ],
    [reported('2025-12-18'), '2026-01-05T02:00:00.000Z'],
    [
      { type: 'FollowUpReturned', data: { ...followed, returnedBy: 'v', reason: 'no date' } },
      '2026-01-31T17:00:00.000Z',
    ],
    [reported('2026-02-10'), '2026-02-11T02:00:00.000Z'],
    [
      { type: 'FollowUpVerified', data: { ...followed, verifiedBy: 'v', note: null } },
      '2026-02-20T02:00:00.000Z',
    ],
  ];
  const terms = { kind: 'supervision-terms', content: { followUpDays: 60 } } as const;
  const log = recorded([
    ...story.map(([event, recordedAt]) => ({ stream: 'supervision-m', event, recordedAt })),
    ...policyFacts(terms, ['followUpDays']),
  ]);
  const on = (day?: string) => itemsOver(supervisionSection, log, '36', day);

  describe('the supervision of a region', () => {
    it('begins with the meeting, and then with what it recommended', async () => {
      expect(await on('2025-10-17')).toEqual([]);
      expect(await on('2025-10-18')).toMatchObject([{ meeting: 'm', recommendations: [] }]);
    });

    it.each([
      ['2025-10-20', { state: 'open', report: null, unconfirmed: ['followUpDays'] }],
      ['2025-12-18', { state: 'reported', report: { reportedOn: '2025-12-18' }, review: null }],
      // Seven hours east of the instant of its recording the next day had begun.
      ['2026-01-31', { state: 'reported', review: null }],
      ['2026-02-01', { state: 'returned', review: { note: 'no date' } }],
      ['2026-02-10', { state: 'reported', report: { reportedOn: '2026-02-10' }, review: null }],
      ['2026-02-20', { state: 'verified', review: { verdict: 'verified' } }],
    ])('on %s shows the report and the review of the day', async (day, shown) => {
      expect(await on(day)).toMatchObject([{ recommendations: [shown] }]);
    });
  });
});

describe('The section training', () => {
  const key = { training: 't', region: '36.73' };
  const source = { id: 'S5', citation: 'serangkota.go.id' };
  const opened: TrainingEvent = {
    type: 'TrainingOpened',
    data: { ...key, title: 'Socialisation', period: null, organiser: null, source },
  };
  const held: TrainingEvent = {
    type: 'TrainingSessionHeld',
    data: {
      ...{ ...key, session: 's1', date: '2023-11-08', place: 'Ledian Hotel', speaker: 'KPK' },
      ...{ audience: ['DPRD', 'OPD'], source },
    },
  };
  const counted: TrainingEvent = {
    type: 'ParticipantsCounted',
    data: { ...key, group: 'OPD', count: 40, source },
  };
  const assessed: TrainingEvent = {
    type: 'GroupAssessed',
    data: { ...key, group: 'OPD', assessed: 10, passed: null, assessedOn: '2026-02-01', source },
  };
  const logOf = (...events: readonly TrainingEvent[]) =>
    recorded(events.map((event) => ({ stream: 'training-t', event })));
  const itemsOn = (day: string, ...events: readonly TrainingEvent[]) =>
    itemsOver(trainingSection, logOf(...events), '36.73', day);

  describe('the trainings of a region', () => {
    it('are those that had been held, by the days of their sessions', async () => {
      expect(await itemsOn('2023-11-07', opened, held)).toEqual([]);
      expect(await itemsOn('2023-11-08', opened, held)).toMatchObject([
        { sessions: [{ place: 'Ledian Hotel' }], participants: null },
      ]);
    });

    it('count who had been assessed by the day', async () => {
      const all = [opened, held, counted, assessed];
      expect(await itemsOn('2026-01-31', ...all)).toMatchObject([
        { participants: 40, assessed: 0 },
      ]);
      expect(await itemsOn('2026-02-01', ...all)).toMatchObject([
        { assessed: 10, groups: [{ group: 'OPD', count: 40, assessed: 10 }] },
      ]);
    });

    it('are unanswered before the recording of what speaks of no day, such as a count', async () => {
      for (const events of [[opened], [opened, held, counted]]) {
        const answer = await sectionOver(trainingSection, logOf(...events), '36.73', '2023-12-31');
        expect(answer).toMatchObject({
          status: 'unanswered',
          reason: expect.stringContaining('1 of 1 changed after 2023-12-31') as unknown,
        });
        expect(await itemsOn('2026-01-05', ...events)).toHaveLength(1);
      }
    });
  });
});

describe('The section feed', () => {
  const log = recorded(
    sourceEvents.map((event, month) => ({
      ...{ stream: 'feed-licensing', event },
      recordedAt: `2026-0${month + 1}-05T02:00:00.000Z`,
    })),
  );

  it.each([
    ['2026-01-04', []],
    ['2026-01-05', [{ feed: 'licensing', state: 'registered', types: [] }]],
    ['2026-03-04', [{ state: 'registered', retirement: null, types: [{ version: 1 }] }]],
    ['2026-04-05', [{ state: 'retired', types: [{ version: 1 }, { version: 2 }] }]],
  ])('the sources of a region on %s are those that could report then', async (day, shown) => {
    const items = await itemsOver(feedSection, log, '36.74', day);
    expect(items).toMatchObject(shown);
    expect(JSON.stringify(items)).not.toContain('schema');
  });
});
