const request = '/v1/information-requests/serang-2025-001';

export const informationBodies: Readonly<Record<string, object>> = {
  [`${request}/request`]: {
    region: '36.73',
    requester: '0d8f6a3c-5c1e-5b7a-9a43-7f0f5a4c2e11',
    office: 'PPID Kota Serang',
    asked: 'Budget realisation of 2024',
    receivedOn: '2025-02-03',
  },
  [`${request}/extend`]: { extendedOn: '2025-02-14', reason: 'With the auditor' },
  [`${request}/answer`]: {
    answeredOn: '2025-02-17',
    outcome: 'partly-granted',
    ground: 'UU 14/2008 art. 17 h',
    evidence: [{ sha256: 'a'.repeat(64), title: 'Realisation 2024' }],
  },
  [`${request}/object`]: {
    objectedOn: '2025-03-03',
    ground: 'not-fulfilled',
    explanation: 'Half of it is missing',
  },
  [`${request}/decide-objection`]: {
    decidedOn: '2025-04-10',
    outcome: 'upheld',
    reason: 'The exemption does not hold',
  },
  [`${request}/note-dispute`]: { filedOn: '2025-04-25', reference: '012/IV/KI-BTN/2025' },
};
