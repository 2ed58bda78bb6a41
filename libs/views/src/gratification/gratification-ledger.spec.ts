import type { GratificationEvent } from '@jejak/domain/gratification/events';

import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { gratificationLedger } from './gratification-ledger';

const receiver = '5f0c7f0a-0d0b-4e6e-9d9d-0a4f0e3f6a11';
const giver = 'c2a1a6de-7a50-4a43-8a63-33cf8f1f6b02';
const key = { receiver, report: '2026-01', region: '36.73' };
const reported: GratificationEvent = {
  type: 'GratificationReported',
  data: {
    ...key,
    receivedOn: '2026-02-02',
    reportedOn: '2026-02-10',
    to: 'upg',
    category: 'other',
    form: 'non-cash',
    value: '600000',
    giver,
    giverRelation: 'business-partner',
    complete: false,
    dueOn: '2026-02-18',
    inTime: true,
    verdict: 'no-exemption',
    reportable: true,
    yearTotal: '600000',
    forwardBy: '2026-02-26',
    completeBy: '2026-03-10',
    policyVersion: 2,
    unconfirmed: ['effectiveFrom'],
    recordedBy: 'operator-1',
  },
};
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
        { type: 'GratificationForwarded', data: { ...key, forwardedOn: '2026-02-27', late: true } },
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
