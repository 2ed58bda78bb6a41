export const regionRefusalCodes = [
  'region.already-registered',
  'region.invalid-code',
  'region.blank-text',
  'region.level-mismatch',
  'region.province-has-parent',
  'region.parent-mismatch',
  'region.parent-unknown',
  'region.parent-not-province',
  'region.invalid-date',
  'region.validity-ends-before-it-begins',
  'region.invalid-count',
] as const;
