import fc from 'fast-check';

import { evidenceCommands } from '../testing/commands/evidence';
import { place } from '../testing/evidence';
import { historiesOf } from '../testing/histories';
import { evidence, type EvidenceEvent } from '.';

const histories = historiesOf(evidence, evidenceCommands);

describe('whatever is asked of the evidence of a sub-indicator', () => {
  it('it is counted at most once, within its maximum, and reviewed no more afterwards', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const types = events.map(({ type }) => type);
        const counting = types.indexOf('EvidenceCounted');
        if (counting === -1) return;
        expect(types.slice(counting + 1).every((type) => type === 'EvidenceSubmitted')).toBe(true);
        const { data } = events[counting] as Extract<EvidenceEvent, { type: 'EvidenceCounted' }>;
        expect(Number(data.points)).toBeGreaterThanOrEqual(0);
        expect(Number(data.points)).toBeLessThanOrEqual(Number(data.maximumPoints));
        expect(data.zeroBecause === null).toBe(Number(data.points) > 0);
      }),
    );
  });

  it('it counts what a plain look over the events adds up to', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const standing = new Map<string, { receipt: string; points: number }>();
        for (const event of events) {
          if (event.type === 'EvidenceCounted') {
            const sum = [...standing.values()].reduce((total, { points }) => total + points, 0);
            expect(Number(event.data.points)).toBe(sum);
            return;
          }
          if (event.type === 'EvidenceSubmitted' && event.data.late) continue;
          const points = event.type === 'EvidenceVerified' ? Number(event.data.points) : 0;
          standing.set(event.data.document, { receipt: event.data.receipt, points });
        }
      }),
    );
  });

  it('every receipt is given once, late ones never earn points, and nobody reviews their own', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const uploads = events.filter((event) => event.type === 'EvidenceSubmitted');
        const receipts = uploads.map(({ data }) => data.receipt);
        expect(new Set(receipts).size).toBe(receipts.length);
        for (const { data } of events.filter((event) => event.type === 'EvidenceVerified')) {
          const upload = uploads.find((one) => one.data.receipt === data.receipt)?.data;
          expect(upload?.late).toBe(false);
          expect(upload?.submittedBy).not.toBe(data.verifiedBy);
          expect(place.subIndicator.documents.map(({ id }) => id)).toContain(data.document);
        }
      }),
    );
  });
});
