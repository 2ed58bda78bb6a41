import { givenFor } from '../testing/given';
import {
  type ApprovePolicy,
  type DraftPolicy,
  policy,
  type PolicyApproved,
  type PolicyDrafted,
  policyInForce,
  type PolicyRetired,
  type RetirePolicy,
} from '.';

const given = givenFor(policy);
const at = '2025-01-02T02:00:00.000Z';
const person = (id: string) => ({ kind: 'person', id }) as const;
const zones = {
  kind: 'time-zones',
  content: { zones: [{ id: 'WIB', offsetMinutes: 420, provinces: ['36'] }] },
} as const;
const described = {
  title: 'Zones',
  effectiveFrom: '1988-01-01',
  legalBasis: 'Keppres 41/1987',
  source: { id: 'x', citation: 'a gazette' },
  unconfirmed: [],
};
const [read, other] = ['ab'.repeat(32), 'cd'.repeat(32)];

const draft = (change: object = {}, by = 'drafter'): DraftPolicy => ({
  type: 'DraftPolicy',
  ...zones,
  ...described,
  contentSha256: read,
  ...change,
  actor: person(by),
  at,
});
const drafted = (version = 1, change: object = {}): PolicyDrafted => ({
  type: 'PolicyDrafted',
  data: {
    ...{ ...zones, ...described, contentSha256: read },
    ...change,
    version,
    draftedBy: 'drafter',
  },
});
const approve = (by = 'approver', contentSha256 = read): ApprovePolicy => ({
  type: 'ApprovePolicy',
  kind: 'time-zones',
  contentSha256,
  actor: person(by),
  at,
});
const approved = (version = 1): PolicyApproved => ({
  type: 'PolicyApproved',
  data: { kind: 'time-zones', version, approvedBy: 'approver' },
});
const retire = (change: Partial<RetirePolicy> = {}): RetirePolicy => ({
  type: 'RetirePolicy',
  kind: 'time-zones',
  lastDay: '2024-12-31',
  reason: 'No longer needed',
  actor: person('drafter'),
  at,
  ...change,
});
const retired: PolicyRetired = {
  type: 'PolicyRetired',
  data: {
    kind: 'time-zones',
    version: 1,
    lastDay: '2024-12-31',
    reason: 'No longer needed',
    retiredBy: 'drafter',
  },
};

describe('a policy', () => {
  it('is drafted by one person and approved by another', () => {
    given().when(draft()).then(drafted());
    given(drafted()).when(approve()).then(approved());
    given(drafted()).when(approve('drafter')).refused('policy.approver-is-drafter');
    given().when(approve()).refused('policy.nothing-to-approve');
    given(drafted(), approved()).when(approve()).refused('policy.nothing-to-approve');
  });

  it('is approved only as it was read: a draft can be replaced meanwhile', () => {
    given(drafted(), drafted(1, { contentSha256: other }))
      .when(approve('approver', read))
      .refused('policy.another-draft');
    given(drafted(), drafted(1, { contentSha256: other }))
      .when(approve('approver', other))
      .then(approved());
  });

  it('is followed by versions that do not reach back behind it', () => {
    given(drafted(), approved())
      .when(draft({ effectiveFrom: '1987-12-31' }))
      .refused('policy.before-previous-version');
    given(drafted(), approved()).when(draft()).then(drafted(2));
  });

  it('names its source, its legal basis and what nobody confirms', () => {
    given()
      .when(draft({ legalBasis: ' ' }))
      .refused('policy.blank-text');
    given()
      .when(draft({ unconfirmed: [''] }))
      .refused('policy.blank-text');
    given()
      .when(draft({ effectiveFrom: '1988-02-30' }))
      .refused('policy.invalid-date');
  });

  it('ends without a successor only once, and not before it began', () => {
    given(drafted(), approved()).when(retire()).then(retired);
    given(drafted(), approved(), retired).when(retire()).refused('policy.nothing-to-retire');
    given().when(retire()).refused('policy.nothing-to-retire');
    given(drafted(), approved())
      .when(retire({ lastDay: '1987-01-01' }))
      .refused('policy.retired-before-it-applied');
  });
});

describe('the policy in force', () => {
  const stateAfter = (...events: Parameters<typeof policy.evolve>[1][]) =>
    events.reduce((state, event) => policy.evolve(state, event), policy.initialState());
  const two = stateAfter(
    drafted(),
    approved(),
    drafted(2, { effectiveFrom: '2024-01-01' }),
    approved(2),
  );

  it.each([
    ['1987-12-31', undefined],
    ['1988-01-01', 1],
    ['2023-12-31', 1],
    ['2024-01-01', 2],
    ['2099-01-01', 2],
  ])('on %s is version %s', (day, version) => {
    expect(policyInForce(two, 'time-zones', day)?.version).toBe(version);
  });

  it('is none after it was retired, and none while it is only drafted', () => {
    const ended = stateAfter(drafted(), approved(), retired);
    expect(policyInForce(ended, 'time-zones', '2024-12-31')?.version).toBe(1);
    expect(policyInForce(ended, 'time-zones', '2025-01-01')).toBeNull();
    expect(policyInForce(stateAfter(drafted()), 'time-zones', '2025-01-01')).toBeNull();
  });

  it('of another kind is none', () => {
    expect(policyInForce(two, 'working-days', '2024-06-01')).toBeNull();
  });
});

describe('content', () => {
  const source = { id: 'x', citation: 'y' };
  const calendar = (change: object) => ({
    kind: 'working-days',
    content: { weekend: [6, 7], jointLeaveIsWork: false, years: [], ...change },
  });
  const year = (of: number, ...days: string[]) => ({
    year: of,
    source,
    holidays: days.map((day) => ({ day, name: 'x', kind: 'national-holiday' })),
  });

  it.each([
    ['a weekend of eight days', calendar({ weekend: [8] })],
    ['a week without work', calendar({ weekend: [1, 2, 3, 4, 5, 6, 7] })],
    ['a year twice', calendar({ years: [year(2024), year(2024)] })],
    ['a holiday of another year', calendar({ years: [year(2024, '2025-01-01')] })],
    ['a holiday that does not exist', calendar({ years: [year(2023, '2023-02-29')] })],
    ['a holiday twice', calendar({ years: [year(2024, '2024-01-01', '2024-01-01')] })],
    [
      'a province in two zones',
      {
        content: {
          zones: [
            { id: 'WIB', offsetMinutes: 420, provinces: ['36'] },
            { id: 'WITA', offsetMinutes: 480, provinces: ['36'] },
          ],
        },
      },
    ],
    [
      'a zone in small letters',
      { content: { zones: [{ id: 'wib', offsetMinutes: 0, provinces: [] }] } },
    ],
    [
      'an offset of a minute',
      { content: { zones: [{ id: 'X', offsetMinutes: 1, provinces: [] }] } },
    ],
    [
      'an offset of a day',
      { content: { zones: [{ id: 'X', offsetMinutes: 1440, provinces: [] }] } },
    ],
    ['a city', { content: { zones: [{ id: 'X', offsetMinutes: 0, provinces: ['36.73'] }] } }],
  ])('with %s is refused', (_, change) => {
    given().when(draft(change)).refused('policy.invalid-content');
  });
});
