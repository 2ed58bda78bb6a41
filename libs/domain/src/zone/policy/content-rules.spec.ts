import { policy } from '../../policy/policy';
import type { DraftPolicy } from '../../policy/commands';
import { givenFor } from '../../testing/given';
import { samplePrerequisites, sampleSheet, sampleWindows } from '../../testing/zone-sheets';
import { isUnconfirmed } from './unconfirmed';
import type { Prerequisite, ZonePrerequisites } from './prerequisites';
import type { SheetArea, ZoneSheet } from './sheet';
import { windowOf, type ZoneWindows } from './window';

const given = givenFor(policy);
const described = {
  type: 'DraftPolicy',
  title: 'Sample',
  effectiveFrom: '2022-01-01',
  legalBasis: 'A sample',
  source: { id: 'x', citation: 'y' },
  unconfirmed: [],
  contentSha256: 'ab'.repeat(32),
  actor: { kind: 'person', id: 'drafter' },
  at: '2025-01-02T02:00:00.000Z',
} as const;
const sheet = (change: Partial<ZoneSheet>): DraftPolicy => ({
  ...described,
  kind: 'zone-sheet',
  content: { ...sampleSheet, ...change },
});
const windows = (change: Partial<ZoneWindows>): DraftPolicy => ({
  ...described,
  kind: 'zone-window',
  content: { ...sampleWindows, ...change },
});
const prerequisites = (...content: ZonePrerequisites['prerequisites']): DraftPolicy => ({
  ...described,
  kind: 'zone-prerequisites',
  content: { prerequisites: content },
});
const isRefused = (command: DraftPolicy): void => {
  given().when(command).refused('policy.invalid-content');
};
const firstArea = (change: Partial<SheetArea>): Partial<ZoneSheet> => {
  const [first, ...others] = sampleSheet.levers.areas;
  return { levers: { ...sampleSheet.levers, areas: [{ ...first!, ...change }, ...others] } };
};
const [first] = sampleSheet.levers.areas;
const [indicator, other] = first!.indicators;

describe('an evaluation sheet', () => {
  it('is sound as it stands', () => {
    expect(policy.decide(policy.initialState(), sheet({})).kind).toBe('accepted');
  });

  it.each<[string, Partial<ZoneSheet>]>([
    ['levers and results do not make 100', { levers: { ...sampleSheet.levers, weight: '61' } }],
    ['areas do not make 60', firstArea({ weight: '9' })],
    ['halves do not make their area', firstArea({ indicators: [indicator!] })],
    ['a weight is nothing', firstArea({ indicators: [{ ...indicator!, weight: '0' }, other!] })],
    ['a weight is no number', firstArea({ indicators: [{ ...indicator!, weight: 'x' }, other!] })],
    [
      'an indicator asks nothing',
      firstArea({ indicators: [{ ...indicator!, questions: [] }, other!] }),
    ],
    ['an identifier stands twice', firstArea({ id: 'process' })],
    ['an identifier is none', firstArea({ id: 'Change Management' })],
    ['a part has no name', firstArea({ name: ' ' })],
    [
      'a question has a scale that is not there',
      firstArea({
        indicators: [
          { ...indicator!, questions: [{ id: 'q', text: 'x', scale: 'nowhere' }] },
          other!,
        ],
      }),
    ],
    ['it rounds to nothing', { rounding: { stage: 'total', decimalPlaces: 9 } }],
    [
      'a survey may ask nobody',
      { procedure: { ...sampleSheet.procedure, surveyMinimumRespondents: 0 } },
    ],
    ['a share is none', { procedure: { ...sampleSheet.procedure, pactCoverageAbove: '1.1' } }],
    ['months are negative', { procedure: { ...sampleSheet.procedure, buildingMonths: -1 } }],
  ])('is refused when %s', (_, change) => {
    isRefused(sheet(change));
  });

  it.each<[string, ZoneSheet['scales'][number]]>([
    ['no option', { id: 'share', kind: 'choice', options: [] }],
    [
      'an option twice',
      {
        id: 'share',
        kind: 'choice',
        options: [
          { option: 'A', share: '1' },
          { option: 'A', share: '0' },
        ],
      },
    ],
    [
      'more than everything',
      { id: 'share', kind: 'choice', options: [{ option: 'A', share: '2' }] },
    ],
    ['no share for nothing due', { id: 'share', kind: 'share', whenNothingIsDue: '2' }],
    ['no share for nothing before', { id: 'share', kind: 'reduction', whenNothingWasBefore: 'x' }],
    ['an upside-down index', { id: 'share', kind: 'index', minimum: '4', maximum: '1' }],
  ])('is refused with a scale of %s', (_, scale) => {
    isRefused(
      sheet({ scales: sampleSheet.scales.map((one) => (one.id === 'share' ? scale : one)) }),
    );
  });

  it.each<[string, Partial<ZoneSheet['thresholds']['WBK'][number]>]>([
    ['of no part of the sheet', { of: 'area', part: 'nowhere' }],
    ['of a part of the total', { of: 'total', part: 'change' }],
    ['above what can be reached', { of: 'levers', part: null, minimum: '60.01' }],
    ['that is no number', { minimum: 'many' }],
  ])('is refused with a threshold %s', (_, change) => {
    const [threshold, ...others] = sampleSheet.thresholds.WBBM;
    const WBBM = [{ ...threshold!, ...change }, ...others];
    isRefused(sheet({ thresholds: { ...sampleSheet.thresholds, WBBM } }));
  });

  it('is refused with a threshold named twice', () => {
    const [threshold] = sampleSheet.thresholds.WBK;
    const WBK = [threshold!, threshold!];
    isRefused(sheet({ thresholds: { ...sampleSheet.thresholds, WBK } }));
  });
});

describe('the windows of proposals', () => {
  const year = sampleWindows.years[0]!;

  it('are those of the letter, and the usual ones in every other year', () => {
    expect(windowOf(sampleWindows, 2024)).toEqual({
      opensOn: '2024-07-18',
      closesOn: '2024-07-31',
    });
    expect(windowOf(sampleWindows, 2023)).toEqual({
      opensOn: '2023-01-01',
      closesOn: '2023-05-31',
    });
  });

  it.each<[string, Partial<ZoneWindows>]>([
    ['closes before it opens', { usual: { opens: '06-01', closes: '05-31' } }],
    ['has a day that not every year has', { usual: { opens: '02-29', closes: '05-31' } }],
    ['lies in another year', { years: [{ ...year, year: 2023 }] }],
    ['stands twice', { years: [year, year] }],
    ['closes on no day', { years: [{ ...year, closesOn: '2024-07-32' }] }],
  ])('are refused when one %s', (_, change) => {
    isRefused(windows(change));
  });
});

describe('the yearly evaluation of a predicate', () => {
  it.each(['12-32', '02-29', 'December'])('is refused with the last day %s', (lastDay) => {
    isRefused({ ...described, kind: 'zone-monitoring', content: { lastDay } });
  });
});

describe('the prerequisites', () => {
  const [grade, percentage, confirmation] = samplePrerequisites.prerequisites as [
    Prerequisite & { kind: 'grade' },
    Prerequisite & { kind: 'percentage' },
    Prerequisite,
  ];

  it('are refused when one cannot be met, named or told apart', () => {
    isRefused(prerequisites({ ...grade, minimum: { WBK: 'B', WBBM: 'E' } }));
    isRefused(prerequisites({ ...grade, grades: ['B', 'B', 'BB'] }));
    isRefused(prerequisites({ ...percentage, minimum: { WBK: '100', WBBM: '101' } }));
    isRefused(prerequisites({ ...confirmation, name: '' }));
    isRefused(prerequisites({ ...confirmation, id: 'A B' }));
    isRefused(prerequisites(confirmation, confirmation));
  });
});

describe('what no source confirms', () => {
  it('is a listed part and everything in it', () => {
    const listed = ['thresholds.WBBM', 'rounding'];
    expect(isUnconfirmed(listed, 'thresholds.WBBM.total')).toBe(true);
    expect(isUnconfirmed(listed, 'thresholds.WBBM')).toBe(true);
    expect(isUnconfirmed(listed, 'thresholds.WBBMX')).toBe(false);
  });
});
