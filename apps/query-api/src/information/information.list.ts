import { informationRegister } from '@jejak/views';

import { listOf } from '../reading/list';
import { informationShown } from './information-shown';
import { unknownDays } from '../reading/unknown-days';

export const informationList = listOf(informationRegister, {
  path: '/v1/information-requests',
  filters: { region: 'region', province: 'province', status: 'status' },
  sorts: { receivedOn: 'receivedOn', openUntil: 'openUntil' },
  policies: ['information-terms'],
  item: (request, _id, _query, unconfirmed) => informationShown(request, unconfirmed),
  columns: {
    request: ({ request }) => request,
    region: ({ region }) => region,
    province: ({ province }) => province,
    office: ({ office }) => office,
    asked: ({ asked }) => asked,
    status: ({ status }) => status,
    receivedOn: ({ receivedOn }) => receivedOn,
    dueOn: ({ dueOn }) => dueOn,
    openUntil: ({ openUntil }) => openUntil,
    extendedOn: ({ extension }) => extension?.on ?? null,
    extensionReason: ({ extension }) => extension?.reason ?? null,
    answeredOn: ({ answer }) => answer?.on ?? null,
    outcome: ({ answer }) => answer?.outcome ?? null,
    refusalGround: ({ answer }) => answer?.ground ?? null,
    answerLate: ({ answer }) => answer?.late ?? null,
    objectedOn: ({ objection }) => objection?.on ?? null,
    objectionGround: ({ objection }) => objection?.ground ?? null,
    decideBy: ({ objection }) => objection?.decideBy ?? null,
    decidedOn: ({ decision }) => decision?.on ?? null,
    decision: ({ decision }) => decision?.outcome ?? null,
    decisionLate: ({ decision }) => decision?.late ?? null,
    disputedOn: ({ dispute }) => dispute?.on ?? null,
    disputeReference: ({ dispute }) => dispute?.reference ?? null,
    disputeInTime: ({ dispute }) => dispute?.inTime ?? null,
    termsVersion: ({ countedBy }) => countedBy.termsVersion,
    calendarVersion: ({ countedBy }) => countedBy.calendarVersion,
    unknownDays: (request) => unknownDays(request),
    unconfirmed: ({ unconfirmed }) => unconfirmed.join('; '),
    changedAt: ({ changedAt }) => changedAt,
  },
});
