import { gratificationLedger } from '@jejak/views';

import { listOf } from '../reading/list';
import { unknownDays } from '../reading/unknown-days';

export const gratificationList = listOf(gratificationLedger, {
  path: '/v1/gratifications',
  filters: {
    region: 'region',
    category: 'category',
    status: 'status',
    inTime: { field: 'inTime', read: (text) => text === 'true' },
  },
  sorts: { receivedOn: 'receivedOn' },
  columns: {
    report: ({ report }) => report,
    region: ({ region }) => region,
    category: ({ category }) => category,
    form: ({ form }) => form,
    value: ({ value }) => value,
    receivedOn: ({ receivedOn }) => receivedOn,
    reportedOn: ({ reportedOn }) => reportedOn,
    dueOn: ({ dueOn }) => dueOn,
    inTime: ({ inTime }) => inTime,
    verdict: ({ verdict }) => verdict,
    status: ({ status }) => status,
    forwardedOn: ({ forwardedOn }) => forwardedOn,
    forwardedLate: ({ forwardedLate }) => forwardedLate,
    decideBy: ({ decideBy }) => decideBy,
    decidedLate: ({ decidedLate }) => decidedLate,
    owner: ({ owner }) => owner,
    decision: ({ decision }) => decision,
    policyVersion: ({ policyVersion }) => policyVersion,
    unknownDays,
    unconfirmed: ({ unconfirmed }) => unconfirmed.join(' '),
  },
});
