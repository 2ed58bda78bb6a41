import { erasureRegister } from '@jejak/views';

import { listOf } from '../reading/list';
import { erasureShown } from './erasure-shown';

export const erasureList = listOf(erasureRegister, {
  path: '/v1/erasures',
  filters: { region: 'region', province: 'province', status: 'status' },
  sorts: { receivedOn: 'receivedOn', executeBy: 'executeBy' },
  policies: ['erasure-rules'],
  item: (request, _id, _query, unconfirmed) => erasureShown(request, unconfirmed),
  columns: {
    subject: ({ subject }) => subject,
    request: ({ request }) => request,
    region: ({ region }) => region,
    province: ({ province }) => province,
    channel: ({ channel }) => channel,
    status: ({ status }) => status,
    receivedOn: ({ receivedOn }) => receivedOn,
    executeBy: ({ executeBy }) => executeBy,
    decidedOn: ({ decidedOn }) => decidedOn,
    exemption: ({ ground }) => ground?.letter ?? null,
    ground: ({ ground }) => ground?.text ?? null,
    law: ({ ground }) => ground?.law ?? null,
    shreddedOn: ({ shreddedOn }) => shreddedOn,
    late: ({ late }) => late,
    policyVersion: ({ policyVersion }) => policyVersion,
    unconfirmed: ({ unconfirmed }) => unconfirmed.join('; '),
    changedAt: ({ changedAt }) => changedAt,
  },
});
