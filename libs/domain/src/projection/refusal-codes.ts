export const projectionRefusalCodes = [
  'projection.already-skipped',
  'projection.invalid-view',
  'projection.invalid-key',
  'projection.invalid-event-id',
  'projection.invalid-revision',
  'projection.invalid-position',
  'projection.invalid-reason',
  'projection.blank-text',
] as const;
