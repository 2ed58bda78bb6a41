import { gratificationLedger } from '@jejak/views';

import { listOf } from '../reading/list';
import { unknownDays } from '../reading/unknown-days';

export const gratificationList = listOf(gratificationLedger, {
  path: '/v1/gratifications',
  filters: {
    region: 'region',
    province: 'province',
    category: 'category',
    status: 'status',
    inTime: { field: 'inTime', read: (text) => text === 'true' },
  },
  sorts: { receivedOn: 'receivedOn' },
  columns: {
    report: ({ report }) => report,
    region: ({ region }) => region,
    province: ({ province }) => province,
    category: ({ category }) => category,
    form: ({ form }) => form,
    giverRelation: ({ giverRelation }) => giverRelation,
    value: ({ value }) => value,
    receivedOn: ({ receivedOn }) => receivedOn,
    reportedOn: ({ reportedOn }) => reportedOn,
    dueOn: ({ dueOn }) => dueOn,
    to: ({ to }) => to,
    inTime: ({ inTime }) => inTime,
    complete: ({ complete }) => complete,
    completeBy: ({ completeBy }) => completeBy,
    completedOn: ({ completedOn }) => completedOn,
    completedLate: ({ completedLate }) => completedLate,
    reportable: ({ reportable }) => reportable,
    verdict: ({ verdict }) => verdict,
    status: ({ status }) => status,
    forwardBy: ({ forwardBy }) => forwardBy,
    forwardedOn: ({ forwardedOn }) => forwardedOn,
    forwardedLate: ({ forwardedLate }) => forwardedLate,
    decisionTerm: ({ decisionTerm }) =>
      decisionTerm && `${decisionTerm.count} ${decisionTerm.unit}`,
    decideBy: ({ decideBy }) => decideBy,
    decidedOn: ({ decidedOn }) => decidedOn,
    decidedLate: ({ decidedLate }) => decidedLate,
    owner: ({ owner }) => owner,
    decision: ({ decision }) => decision,
    droppedOn: ({ droppedOn }) => droppedOn,
    policyVersion: ({ policyVersion }) => policyVersion,
    unknownDays,
    unconfirmed: ({ unconfirmed }) => unconfirmed.join('; '),
    changedAt: ({ changedAt }) => changedAt,
  },
});
