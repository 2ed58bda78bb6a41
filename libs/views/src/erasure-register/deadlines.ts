import { erasureStream } from '@jejak/domain';
import type { ErasureKey } from '@jejak/domain/erasure/events';

import { type DeadlineContributor, deadlineId } from '../deadlines/change';
import { recordedDay } from '../recorded-day';

const deadline = 'erasure.execute';

const idOf = ({ subject, request }: ErasureKey): string =>
  deadlineId(deadline, subject, String(request));

/**
 * A request is executed or refused on a ground within its term. To grant it keeps no term: that is kept
 * when the key is destroyed.
 */
export const erasureDeadlines: DeadlineContributor = {
  ErasureRequested: (data) => [
    {
      ...{ kind: 'set', id: idOf(data), deadline, region: data.region, dueOn: data.executeBy },
      subject: erasureStream(data.subject),
      title: `Execute or refuse request ${data.request} to erase a subject`,
      on: data.receivedOn,
      counted: data.counted,
      policy: { kind: 'erasure-rules', version: data.policyVersion },
    },
  ],
  ErasureRefused: (data) => [{ kind: 'met', id: idOf(data), on: data.decidedOn }],
  SubjectKeyShredded: (data, recordedAt) => [
    { kind: 'met', id: idOf(data), on: recordedDay(recordedAt) },
  ],
};
