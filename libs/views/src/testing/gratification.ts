import type { GratificationReported } from '@jejak/domain/gratification/events';

const receiver = '5f0c7f0a-0d0b-4e6e-9d9d-0a4f0e3f6a11';
const giver = 'c2a1a6de-7a50-4a43-8a63-33cf8f1f6b02';
const key = { receiver, report: '2026-01', region: '36.73' };
const reported: GratificationReported = {
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
    decideBy: null,
    decisionTerm: { count: 30, unit: 'working-days' },
    counted: [],
    policyVersion: 2,
    unconfirmed: ['effectiveFrom'],
    recordedBy: 'operator-1',
  },
};

/** A gift reported with documents missing, and who must not be shown anywhere. */
export const reportedGift = { receiver, giver, key, reported };
