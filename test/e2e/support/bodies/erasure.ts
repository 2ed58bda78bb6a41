const erasure = '/v1/erasures/e3f3b6d2-1c2e-4b8a-8f45-6a7b8c9d0e1f';

export const erasureBodies: Readonly<Record<string, object>> = {
  [`${erasure}/request`]: { region: '36.73', channel: 'electronic', receivedOn: '2026-03-23' },
  [`${erasure}/decide`]: {
    decidedOn: '2026-03-24',
    outcome: 'refused',
    exemption: 'b',
    law: 'UU 31/1999 art. 21',
  },
  [`${erasure}/shred`]: {},
};
