import type {
  ErasureGranted,
  ErasureRefused,
  ErasureRequested,
  SubjectKeyShredded,
} from '@jejak/domain/erasure/events';

const key = { subject: 'e3f3b6d2-1c2e-4b8a-8f45-6a7b8c9d0e1f', region: '36.73', request: 1 };

const requested: ErasureRequested = {
  type: 'ErasureRequested',
  data: {
    ...{ ...key, channel: 'electronic', receivedOn: '2026-01-02', executeBy: '2026-01-05' },
    counted: {
      ...{ term: 'execute', from: '2026-01-02', length: { count: 3, unit: 'days' } },
      ...{ countedOn: '2026-01-02', dueOn: '2026-01-05' },
      ...{ calendarVersion: null, calendarEndsOn: null },
    },
    ...{ policyVersion: 1, recordedBy: 'desk' },
  },
};
const granted: ErasureGranted = {
  type: 'ErasureGranted',
  data: { ...key, decidedOn: '2026-01-03', decidedBy: 'ani' },
};
const refused: ErasureRefused = {
  type: 'ErasureRefused',
  data: {
    ...{ ...key, decidedOn: '2026-01-06', policyVersion: 1, late: true, decidedBy: 'ani' },
    ground: { letter: 'b', text: 'kepentingan proses penegakan hukum' },
    law: 'UU 31/1999 art. 21',
  },
};
const shredded: SubjectKeyShredded = {
  type: 'SubjectKeyShredded',
  data: { ...key, shreddedBy: 'budi' },
};

/** One request to erase a subject, and every step that can follow. */
export const erasureEvents = { requested, granted, refused, shredded };
