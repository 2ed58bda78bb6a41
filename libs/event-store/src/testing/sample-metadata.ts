import type { EventMetadata } from '@jejak/domain';

/** Valid metadata for tests that do not care which. */
export const sampleMetadata: EventMetadata = {
  $correlationId: 'request-1',
  $causationId: '3f0d1c52-6a3e-4d52-9d6b-1f1b8f7f0a01',
  commandId: '3f0d1c52-6a3e-4d52-9d6b-1f1b8f7f0a01',
  commandSha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  actor: { kind: 'person', id: 'user-1' },
  recordedAt: '2025-03-04T05:06:07.089Z',
  schemaVersion: 1,
};
