import { CorruptStreamError } from '../corrupt-stream';
import { givenFor } from '../testing/given';
import { dispute, type ClaimRecorded, type RecordClaim } from '.';

const given = givenFor(dispute);
const inspektorat = {
  instrument: 'MCP',
  year: 2024,
  by: 'Inspektorat Kota Cilegon',
  date: '2025-02-16',
  text: 'Kota Cilegon is 8th of 8',
  about: [{ region: '36.72', rank: 8 }],
  source: { id: 'B7', citation: 'cilegon.go.id, 2025-02-16' },
};
const record = (changes: Partial<RecordClaim> = {}): RecordClaim => ({
  type: 'RecordClaim',
  actor: { kind: 'person', id: 'operator' },
  at: '2026-01-05T02:00:00.000Z',
  ...inspektorat,
  ...changes,
});
const recorded = (claim: number, changes: Partial<RecordClaim> = {}): ClaimRecorded => ({
  type: 'ClaimRecorded',
  data: { ...inspektorat, ...changes, claim },
});

describe('a dispute', () => {
  it('keeps every claim beside the others, numbered, whichever is true', () => {
    given().when(record()).then(recorded(1));
    const other = { by: 'KPK task force', about: [{ region: '36.72', rank: null }] };
    given(recorded(1)).when(record(other)).then(recorded(2, other));
  });

  it('takes the same words again from another source or day, not twice from one', () => {
    const again = { source: { id: 'B9', citation: 'x' } };
    given(recorded(1)).when(record(again)).then(recorded(2, again));
    given(recorded(1))
      .when(record({ date: '2025-02-17' }))
      .then(recorded(2, { date: '2025-02-17' }));
    given(recorded(1)).when(record()).refused('dispute.already-recorded');
  });

  it.each<[string, Partial<RecordClaim>]>([
    ['dispute.blank-text', { by: ' ' }],
    ['dispute.blank-text', { text: '' }],
    ['dispute.blank-text', { source: { id: 'B7', citation: ' ' } }],
    ['dispute.invalid-date', { date: '2025-02-30' }],
    ['dispute.future-date', { date: '2026-01-06' }],
    ['dispute.invalid-code', { about: [{ region: '36.70', rank: 1 }] }],
    ['dispute.invalid-count', { about: [{ region: '36.72', rank: 0 }] }],
    [
      'dispute.region-repeated',
      {
        about: [
          { region: '36.72', rank: 8 },
          { region: '36.72', rank: 7 },
        ],
      },
    ],
  ])('refuses %s: %j', (code, changes) => {
    given().when(record(changes)).refused(code);
  });

  it('has no claim out of turn', () => {
    expect(() => dispute.evolve(dispute.initialState(), recorded(2))).toThrow(CorruptStreamError);
  });
});
