import { mcp2025 } from '../testing/evidence-scorecards';
import { mcp2019 } from '../testing/frameworks';
import { givenFor } from '../testing/given';
import {
  bandOf,
  framework,
  type FrameworkContent,
  type FrameworkIndicator,
  type FrameworkSubIndicator,
} from '.';

const given = givenFor(framework);
const draft = (content: FrameworkContent) =>
  ({
    type: 'DraftFramework',
    actor: { kind: 'person', id: 'drafter' },
    at: '2025-01-02T00:00:00.000Z',
    instrument: 'MCP',
    year: 2025,
    content,
    contentSha256: 'ab'.repeat(32),
  }) as const;

const [area] = mcp2025.areas;
const [indicator] = area!.indicators!;
const [sub, other] = indicator!.subIndicators!;
const withIndicator = (change: Partial<FrameworkIndicator>): FrameworkContent => ({
  ...mcp2025,
  weightsBasis: 'assumed-equal',
  areas: [{ ...area!, indicators: [{ ...indicator!, ...change }] }],
});
const withSub = (change: Partial<FrameworkSubIndicator>): FrameworkContent =>
  withIndicator({ subIndicators: [{ ...sub!, ...change }, other!] });

describe('sub-indicators of a framework', () => {
  it('stand below indicators, with what each document is worth', () => {
    given()
      .when(draft({ ...mcp2025, closesAt: '2025-11-30T16:59:59.999Z' }))
      .then({
        type: 'FrameworkDrafted',
        data: {
          instrument: 'MCP',
          year: 2025,
          version: 1,
          content: { ...mcp2025, closesAt: '2025-11-30T16:59:59.999Z' },
          draftedBy: 'drafter',
          contentSha256: 'ab'.repeat(32),
        },
      });
  });

  it.each<[string, FrameworkContent]>([
    ['framework.sub-indicators-empty', withIndicator({ subIndicators: [] })],
    ['framework.level-not-of-parent', withIndicator({ appliesTo: ['province'] })],
    ['framework.level-missing', withIndicator({ appliesTo: [] })],
    ['framework.level-repeated', withSub({ appliesTo: ['city', 'city'] })],
    ['framework.level-not-of-parent', withSub({ appliesTo: ['province'] })],
    ['framework.invalid-identifier', withSub({ id: 'Assets 1' })],
    ['framework.blank-text', withSub({ name: '' })],
    ['framework.weight-not-positive', withSub({ weight: '0' })],
    ['framework.invalid-decimal', withSub({ maximumPoints: 'all' })],
    ['framework.documents-do-not-sum', withSub({ maximumPoints: '99' })],
    ['framework.documents-do-not-sum', withSub({ documents: [], maximumPoints: '0' })],
    ['framework.identifier-repeated', withSub({ id: other!.id })],
    [
      'framework.identifier-repeated',
      withSub({ documents: sub!.documents.map((one) => ({ ...one, id: 'd' })) }),
    ],
    [
      'framework.points-not-positive',
      withSub({ documents: [...sub!.documents, { id: 'more', title: 'x', points: '0' }] }),
    ],
    ['framework.invalid-instant', { ...mcp2025, closesAt: '2025-11-30' }],
  ])('are refused with %s', (code, content) => {
    given().when(draft(content)).refused(code);
  });

  it('have identifiers that no other area uses either', () => {
    const [first, second, ...others] = mcp2025.areas;
    const [one] = second!.indicators!;
    const areas = [
      first!,
      { ...second!, indicators: [{ ...one!, subIndicators: [sub!] }] },
      ...others,
    ];
    given()
      .when(draft({ ...mcp2025, areas }))
      .refused('framework.identifier-repeated');
  });
});

describe('the band of a value', () => {
  it.each([
    ['0', 'red'],
    ['24.99', 'red'],
    ['25', 'yellow'],
    ['62.86', 'blue'],
    ['75', 'green'],
    ['100', 'green'],
  ])('%s is %s: an edge belongs to the upper band', (value, band) => {
    expect(bandOf(mcp2019.bands, value)).toBe(band);
    expect(bandOf([...mcp2019.bands!].reverse(), value)).toBe(band);
  });

  it('is not known without bands, without a value and off the scale', () => {
    expect(bandOf(null, '50')).toBeNull();
    expect(bandOf(mcp2019.bands, null)).toBeNull();
    expect(bandOf(mcp2019.bands, '101')).toBeNull();
  });
});
