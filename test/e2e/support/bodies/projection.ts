export const projectionBodies: Readonly<Record<string, object>> = {
  '/v1/projection/pact-register/skip-parked-event': {
    kind: 'document',
    key: 'cilegon-2024-01-08',
    eventId: '0d8f6a3c-5c1e-5b7a-9a43-7f0f5a4c2e11',
    stream: 'pact-cilegon-2024-01-08',
    revision: '3',
    type: 'PactSigned',
    position: '48211/48211',
    reason: 'Signed twice by a fault of the importer.',
  },
};
