import { givenFor } from '../testing/given';
import { index, type CorrectIndex, type IndexRecorded, type RecordIndex } from '.';
import { scales } from '../testing/index-scales';

const given = givenFor(index);
const context = {
  actor: { kind: 'person', id: 'operator-1' },
  at: '2026-01-05T02:00:00.000Z',
} as const;
const key = { kind: 'SPI', subject: 'national', year: 2024 };

const record: RecordIndex = {
  type: 'RecordIndex',
  ...context,
  ...key,
  subjectRegistered: true,
  value: '71.53',
  claimedBand: 'yellow',
  claimedAs: 'kuning bawah',
  respondents: 601453,
  publishedOn: '2025-01-22',
  source: { id: 'I6', citation: 'okezone, 2025-01-22' },
  policy: scales,
};
const recorded: IndexRecorded = {
  type: 'IndexRecorded',
  data: {
    ...key,
    publication: 1,
    value: '71.53',
    band: 'red',
    claimedBand: 'yellow',
    claimedAs: 'kuning bawah',
    respondents: 601453,
    publishedOn: '2025-01-22',
    source: { id: 'I6', citation: 'okezone, 2025-01-22' },
    policyVersion: 1,
    recordedBy: 'operator-1',
  },
};
const correct: CorrectIndex = {
  type: 'CorrectIndex',
  ...context,
  ...key,
  publication: 1,
  to: '73.50',
  reason: 'Typing error',
  policy: scales,
};

describe('an index', () => {
  it('keeps the band its publisher claims beside the one the bands make of it', () => {
    given().when(record).then(recorded);
  });

  it('keeps what another source says, beside and not in place of the first', () => {
    const other = { id: 'I5', citation: 'aktualnews' };
    given(recorded)
      .when({ ...record, value: '72', source: other, claimedBand: null, claimedAs: null })
      .then({
        type: 'IndexRecorded',
        data: {
          ...recorded.data,
          publication: 2,
          value: '72',
          claimedBand: null,
          claimedAs: null,
          source: other,
        },
      });
  });

  it('is about a region in the record or a group of bodies, never about a code nobody registered', () => {
    given()
      .when({ ...record, subject: '36.99', subjectRegistered: false })
      .refused('index.region-unknown');
  });

  it('is recorded once from one source, but a second value of that source is news', () => {
    given(recorded)
      .when({ ...record, value: '71.530' })
      .refused('index.already-recorded');
    given(recorded)
      .when({ ...record, value: '71.54' })
      .then({ type: 'IndexRecorded', data: { ...recorded.data, publication: 2, value: '71.54' } });
  });

  it('has no band where the policy gives its scale none', () => {
    given()
      .when({ ...record, kind: 'IEPK', value: '3.1', claimedBand: null })
      .then({
        type: 'IndexRecorded',
        data: { ...recorded.data, kind: 'IEPK', value: '3.1', band: null, claimedBand: null },
      });
  });

  it.each<[string, Partial<RecordIndex>]>([
    ['index.policy-missing', { policy: null }],
    ['index.kind-unknown', { kind: 'SPJ' }],
    ['index.value-outside-scale', { value: '100.01' }],
    ['index.value-outside-scale', { value: '-0.01' }],
    ['index.invalid-decimal', { value: '71,53' }],
    ['index.invalid-subject', { subject: 'everybody' }],
    ['index.invalid-subject', { subject: '36.7' }],
    ['index.invalid-year', { year: 24 }],
    ['index.future-year', { year: 2027 }],
    ['index.band-unknown', { claimedBand: 'blue' }],
    ['index.band-unknown', { kind: 'IEPK', value: '3.1', claimedBand: 'red' }],
    ['index.blank-text', { claimedAs: ' ' }],
    ['index.blank-text', { source: { id: 'I6', citation: '' } }],
    ['index.invalid-count', { respondents: 0 }],
    ['index.invalid-date', { publishedOn: '2025-02-30' }],
    ['index.future-date', { publishedOn: '2026-01-06' }],
  ])('is refused with %s: %j', (code, change) => {
    given()
      .when({ ...record, ...change })
      .refused(code);
  });

  it('of a year that has begun may be recorded before it has ended', () => {
    given()
      .when({ ...record, year: 2026 })
      .then({ type: 'IndexRecorded', data: { ...recorded.data, year: 2026 } });
  });
});

describe('a correction', () => {
  it('says what the value was, and finds the band anew', () => {
    given(recorded)
      .when(correct)
      .then({
        type: 'IndexCorrected',
        data: {
          ...key,
          publication: 1,
          from: '71.53',
          to: '73.5',
          band: 'yellow',
          reason: 'Typing error',
          policyVersion: 1,
          correctedBy: 'operator-1',
        },
      });
  });

  it.each<[string, Partial<CorrectIndex>]>([
    ['index.publication-unknown', { publication: 2 }],
    ['index.publication-unknown', { publication: 0 }],
    ['index.nothing-to-correct', { to: '71.530' }],
    ['index.value-outside-scale', { to: '101' }],
    ['index.invalid-decimal', { to: 'x' }],
    ['index.blank-text', { reason: ' ' }],
    ['index.policy-missing', { policy: null }],
    ['index.kind-unknown', { policy: { ...scales, content: { scales: [] } } }],
  ])('is refused with %s: %j', (code, change) => {
    given(recorded)
      .when({ ...correct, ...change })
      .refused(code);
  });
});
