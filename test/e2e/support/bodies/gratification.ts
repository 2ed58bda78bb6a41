const report = '/v1/gratifications/5f0c7f0a-0d0b-4e6e-9d9d-0a4f0e3f6a11/2026-01';

export const gratificationBodies: Readonly<Record<string, object>> = {
  [`${report}/report`]: {
    region: '36.73',
    receivedOn: '2026-02-02',
    reportedOn: '2026-02-10',
    to: 'upg',
    category: 'co-worker',
    form: 'non-cash',
    value: '600000',
    giver: 'c2a1a6de-7a50-4a43-8a63-33cf8f1f6b02',
    giverRelation: 'colleague',
    complete: true,
  },
  [`${report}/complete`]: { completedOn: '2026-02-12' },
  [`${report}/forward`]: { forwardedOn: '2026-02-20' },
  [`${report}/decide`]: { decidedOn: '2026-03-20', owner: 'state', decision: 'SK-12/2026' },
  [`${report}/drop`]: { droppedOn: '2026-03-20' },
};
