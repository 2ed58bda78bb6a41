import fc from 'fast-check';
import {
  afterClosing,
  closesAt,
  count,
  place,
  receipt,
  sendBack,
  submit,
  verify,
} from '../testing/evidence';
import { evidence, type EvidenceCommand, type EvidenceEvent, type EvidenceState } from '.';

const document = fc.constantFrom('menus', 'report');
const at = fc.constantFrom('2025-11-29T08:00:00.000Z', closesAt, afterClosing);
const actor = fc.constantFrom('operator', 'bpkp').map((id) => ({ kind: 'person' as const, id }));
const ofReceipt = fc.nat(9).map(receipt);
const command: fc.Arbitrary<EvidenceCommand> = fc.oneof(
  fc.record({ document, at, actor }).map(submit),
  fc
    .record({
      receipt: ofReceipt,
      at,
      actor,
      points: fc.nat(60).map(String),
      note: fc.constant('x'),
    })
    .map(verify),
  fc.record({ receipt: ofReceipt, at, actor }).map(sendBack),
  fc.record({ at }).map(count),
);

const run = (
  commands: readonly EvidenceCommand[],
): { state: EvidenceState; events: EvidenceEvent[] } =>
  commands.reduce<{ state: EvidenceState; events: EvidenceEvent[] }>(
    ({ state, events }, given) => {
      const decision = evidence.decide(state, given);
      const added = decision.kind === 'accepted' ? decision.events : [];
      return {
        state: added.reduce((before, event) => evidence.evolve(before, event), state),
        events: [...events, ...added],
      };
    },
    { state: evidence.initialState(), events: [] },
  );

describe('whatever is asked of the evidence of a sub-indicator', () => {
  const histories = fc.array(command, { maxLength: 40 });

  it('it is counted at most once, within its maximum, and reviewed no more afterwards', () => {
    fc.assert(
      fc.property(histories, (commands) => {
        const { events } = run(commands);
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
      fc.property(histories, (commands) => {
        const { events } = run(commands);
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
      fc.property(histories, (commands) => {
        const { events } = run(commands);
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
