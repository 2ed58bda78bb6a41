import { givenFor } from '../testing/given';
import { mcp2019 } from '../testing/frameworks';
import {
  type DraftFramework,
  framework,
  type FrameworkArea,
  type FrameworkContent,
  type FrameworkDrafted,
  type FrameworkPublished,
  publishedFrameworks,
  type PublishFramework,
} from '.';

const given = givenFor(framework);
const key = { instrument: 'MCP', year: 2019 };
const at = '2019-01-02T02:00:00.000Z';
const person = (id: string) => ({ kind: 'person', id }) as const;

const digest = 'ab'.repeat(32);
const draft = (content: Partial<FrameworkContent> = {}, by = 'drafter'): DraftFramework => ({
  type: 'DraftFramework',
  ...key,
  content: { ...mcp2019, ...content },
  contentSha256: digest,
  actor: person(by),
  at,
});
const publish = (by: string, read: Partial<PublishFramework> = {}): PublishFramework => ({
  type: 'PublishFramework',
  ...{ ...key, version: 1, contentSha256: digest },
  actor: person(by),
  at,
  ...read,
});
const drafted = (
  version = 1,
  content: Partial<FrameworkContent> = {},
  draftedBy = 'drafter',
): FrameworkDrafted => ({
  type: 'FrameworkDrafted',
  data: {
    ...{ ...key, version, content: { ...mcp2019, ...content }, draftedBy },
    contentSha256: digest,
  },
});
const published = (version = 1): FrameworkPublished => ({
  type: 'FrameworkPublished',
  data: { ...key, version, approvedBy: 'approver' },
});
const [firstArea, secondArea] = mcp2019.areas as [FrameworkArea, FrameworkArea];
const areas = (...changes: Partial<FrameworkArea>[]): Partial<FrameworkContent> => ({
  areas: changes.map((change, index) => ({ ...mcp2019.areas[index]!, ...change })),
});

describe('a draft', () => {
  it('becomes version 1, its decimals written in their one spelling', () => {
    given()
      .when(draft({ scale: { minimum: '0.0', maximum: '+100' } }))
      .then(drafted());
  });

  it('replaces an unpublished draft under the same number', () => {
    given(drafted())
      .when(draft({ title: 'MCP' }, 'other'))
      .then(drafted(1, { title: 'MCP' }, 'other'));
  });

  it('follows a published version with the next number and a later first day', () => {
    const history = [drafted(), published()];
    given(...history)
      .when(draft({ effectiveFrom: '2019-07-01' }))
      .then(drafted(2, { effectiveFrom: '2019-07-01' }));
    given(...history)
      .when(draft())
      .refused('framework.not-after-previous-version');
  });

  it('names its instrument and year', () => {
    for (const instrument of ['mcp', 'M', '1MCP', 'MCP_2', 'A'.repeat(17)]) {
      given()
        .when({ ...draft(), instrument })
        .refused('framework.invalid-instrument');
    }
    given()
      .when({ ...draft(), year: 2019.5 })
      .refused('framework.invalid-year');
  });
});

describe('the content of a framework', () => {
  it.each<[string, Partial<FrameworkContent>, string]>([
    ['has a title', { title: '' }, 'framework.blank-text'],
    ['has a legal basis', { legalBasis: ' ' }, 'framework.blank-text'],
    ['cites its source', { source: { id: 'M8', citation: '' } }, 'framework.blank-text'],
    ['begins on a real day', { effectiveFrom: '2019-02-29' }, 'framework.invalid-date'],
    ['rounds to 0..4 places', { decimalPlaces: 5 }, 'framework.invalid-decimal-places'],
    ['rounds to whole places', { decimalPlaces: 1.5 }, 'framework.invalid-decimal-places'],
    ['has a scale', { scale: { minimum: '0', maximum: '0' } }, 'framework.scale-empty'],
    [
      'scales by decimals',
      { scale: { minimum: '0', maximum: '1e2' } },
      'framework.invalid-decimal',
    ],
    [
      'scales from a decimal',
      { scale: { minimum: '', maximum: '100' } },
      'framework.invalid-decimal',
    ],
    ['weighs areas by decimals', areas({ weight: 'much' }), 'framework.invalid-decimal'],
    ['gives areas a name', areas({ name: '' }), 'framework.blank-text'],
    [
      'names indicators by slug',
      areas({
        indicators: [{ id: 'I', name: 'i', weight: '1', appliesTo: null, subIndicators: null }],
      }),
      'framework.invalid-identifier',
    ],
    [
      'gives indicators a name',
      areas({
        indicators: [{ id: 'i', name: ' ', weight: '1', appliesTo: null, subIndicators: null }],
      }),
      'framework.blank-text',
    ],
    [
      'names bands by slug',
      { bands: [{ id: 'Red', from: '0', to: '100' }] },
      'framework.invalid-identifier',
    ],
    [
      'names bands once',
      {
        bands: [
          { id: 'red', from: '0', to: '50' },
          { id: 'red', from: '50', to: '100' },
        ],
      },
      'framework.identifier-repeated',
    ],
    [
      'begins bands at a decimal',
      { bands: [{ id: 'red', from: 'low', to: '100' }] },
      'framework.invalid-decimal',
    ],
    [
      'ends bands at a decimal',
      { bands: [{ id: 'red', from: '0', to: 'top' }] },
      'framework.invalid-decimal',
    ],
    ['names areas by slug', areas({ id: 'A' }), 'framework.invalid-identifier'],
    ['names areas once', { areas: [firstArea, firstArea] }, 'framework.identifier-repeated'],
    ['weighs areas positively', areas({ weight: '0' }), 'framework.weight-not-positive'],
    ['applies areas to a level', areas({ appliesTo: [] }), 'framework.level-missing'],
    ['names a level once', areas({ appliesTo: ['city', 'city'] }), 'framework.level-repeated'],
    [
      'assumes weights equal',
      areas({ weight: '1' }, { weight: '2' }),
      'framework.weights-not-equal',
    ],
    ['lists indicators or none', areas({ indicators: [] }), 'framework.indicators-empty'],
    [
      'weighs indicators positively',
      areas({
        indicators: [{ id: 'i', name: 'i', weight: '-1', appliesTo: null, subIndicators: null }],
      }),
      'framework.weight-not-positive',
    ],
    [
      'names indicators once per area',
      areas({
        indicators: [
          { id: 'i', name: 'i', weight: '1', appliesTo: null, subIndicators: null },
          { id: 'i', name: 'j', weight: '1', appliesTo: null, subIndicators: null },
        ],
      }),
      'framework.identifier-repeated',
    ],
  ])('%s', (_rule, content, code) => {
    given().when(draft(content)).refused(code);
  });

  it('sums published weights to exactly 100', () => {
    const weights = (a: string, b: string): Partial<FrameworkContent> => ({
      ...areas({ weight: a }, { weight: b }),
      weightsBasis: 'published',
    });
    given()
      .when(draft(weights('33.3', '66.7')))
      .then(drafted(1, weights('33.3', '66.7')));
    given()
      .when(draft(weights('33.3', '66.6')))
      .refused('framework.weights-do-not-sum');
  });

  it('may assume any equal weight, have unlisted areas, and leave unknown bands null', () => {
    const equal = areas({ weight: '12.5' }, { weight: '12.5' });
    given().when(draft(equal)).then(drafted(1, equal));
    given()
      .when(draft({ areas: [], bands: null }))
      .then(drafted(1, { areas: [], bands: null }));
    expect(secondArea.indicators).toBeNull();
  });

  it.each<[string, [string, string][]]>([
    [
      'leaves a gap',
      [
        ['0', '50'],
        ['51', '100'],
      ],
    ],
    [
      'overlaps',
      [
        ['0', '50'],
        ['49', '100'],
      ],
    ],
    ['begins late', [['1', '100']]],
    ['ends early', [['0', '99']]],
    [
      'runs backwards',
      [
        ['0', '0'],
        ['0', '100'],
      ],
    ],
    ['is empty', []],
  ])('refuses bands when the list %s', (_fault, edges) => {
    const bands = edges.map(([from, to], index) => ({ id: `band-${index}`, from, to }));
    given().when(draft({ bands })).refused('framework.bands-do-not-cover');
  });

  it('takes bands in any order', () => {
    const bands = [...mcp2019.bands!].reverse();
    given().when(draft({ bands })).then(drafted(1, { bands }));
  });
});

describe('publishing', () => {
  it('takes a second person', () => {
    given(drafted()).when(publish('drafter')).refused('framework.approver-is-drafter');
    given(drafted()).when(publish('approver')).then(published());
  });

  it('looks at who drafted last', () => {
    given(drafted(), drafted(1, {}, 'approver'))
      .when(publish('approver'))
      .refused('framework.approver-is-drafter');
  });

  it('publishes what was read: not a draft that took its place, nor another version', () => {
    const other = 'cd'.repeat(32);
    const replaced: FrameworkDrafted = {
      type: 'FrameworkDrafted',
      data: { ...drafted(1, {}, 'somebody').data, contentSha256: other },
    };
    given(drafted(), replaced).when(publish('approver')).refused('framework.another-draft');
    given(drafted(), replaced)
      .when(publish('approver', { contentSha256: other }))
      .then(published());
    given(drafted(), published(), drafted(2))
      .when(publish('approver'))
      .refused('framework.another-draft');
    given(drafted(), published(), drafted(2))
      .when(publish('approver', { version: 2 }))
      .then(published(2));
  });

  it('takes an unpublished draft', () => {
    given().when(publish('approver')).refused('framework.nothing-to-publish');
    given(drafted(), published()).when(publish('approver')).refused('framework.nothing-to-publish');
  });

  it('keeps every version readable', () => {
    const later = { effectiveFrom: '2019-07-01' };
    const state = [drafted(), published(), drafted(2, later), published(2), drafted(3)].reduce(
      (before, event) => framework.evolve(before, event),
      framework.initialState(),
    );
    expect(publishedFrameworks(state)).toEqual([
      { version: 1, content: mcp2019 },
      { version: 2, content: { ...mcp2019, ...later } },
    ]);
    expect(publishedFrameworks(framework.initialState())).toEqual([]);
  });
});
