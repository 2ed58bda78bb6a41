import type { GratificationEvent } from '@jejak/domain/gratification/events';

import { fold, twice } from '../testing/fold';
import { reportedGift } from '../testing/gratification';
import { recorded } from '../testing/recorded';
import { gratificationLedger } from './gratification-ledger';

const { receiver, giver, key, reported } = reportedGift;
const after = (...events: GratificationEvent[]) =>
  [
    ...fold(
      gratificationLedger,
      twice(recorded(events.map((event) => ({ stream: `gratification-${receiver}`, event })))),
    ).values(),
  ][0];

describe('the gratification ledger', () => {
  it('follows a report to its decision', () => {
    expect(
      after(
        reported,
        {
          type: 'GratificationCompleted',
          data: { ...key, completedOn: '2026-02-12', late: false },
        },
        {
          type: 'GratificationForwarded',
          data: {
            ...{ ...key, forwardedOn: '2026-02-27', late: true },
            ...{ decideBy: '2026-03-19', counted: [] },
          },
        },
        {
          type: 'GratificationDecided',
          data: {
            ...key,
            decidedOn: '2026-03-20',
            owner: 'state',
            decision: 'SK-12/2026',
            decidedBy: 'verifier-1',
          },
        },
      ),
    ).toMatchObject({
      status: 'decided',
      complete: true,
      inTime: true,
      forwardedLate: true,
      decidedLate: true,
      owner: 'state',
      unconfirmed: ['effectiveFrom'],
    });
  });

  it('shows neither who received the gift nor who gave it', () => {
    const shown = JSON.stringify(after(reported));
    for (const hidden of [receiver, giver, 'operator-1']) expect(shown).not.toContain(hidden);
  });

  it('ends with a report that was dropped', () => {
    const dropped = {
      type: 'GratificationDropped',
      data: { ...key, droppedOn: '2026-03-20' },
    } as const;
    expect(after(reported, dropped)).toMatchObject({ status: 'dropped', owner: null });
  });
});
