import { complaintRegister } from '@jejak/views';

import { listOf } from '../reading/list';
import { unknownDays } from '../reading/unknown-days';

export const complaintList = listOf(complaintRegister, {
  path: '/v1/complaints',
  filters: { region: 'region', province: 'province', class: 'class', status: 'status' },
  sorts: { filedOn: 'filedOn' },
  columns: {
    complaint: ({ complaint }) => complaint,
    region: ({ region }) => region,
    province: ({ province }) => province,
    office: ({ office }) => office,
    channel: ({ channel }) => channel,
    class: (item) => item.class,
    status: ({ status }) => status,
    filedOn: ({ filedOn }) => filedOn,
    forwardBy: ({ forwardBy }) => forwardBy,
    forwardedLate: ({ forwardedLate }) => forwardedLate,
    answerBy: ({ answerBy }) => answerBy,
    replyBy: ({ replyBy }) => replyBy,
    answeredOn: ({ answeredOn }) => answeredOn,
    answeredLate: ({ answeredLate }) => answeredLate,
    closedOn: ({ closedOn }) => closedOn,
    reopened: ({ reopened }) => reopened,
    escalatedTo: ({ escalatedTo }) => escalatedTo,
    policyVersion: ({ policyVersion }) => policyVersion,
    unknownDays,
    unconfirmed: ({ unconfirmed }) => unconfirmed.join('; '),
    changedAt: ({ changedAt }) => changedAt,
  },
});
