export const deadlineRefusalCodes = [
  'deadline.already-passed',
  'deadline.not-over',
  'deadline.invalid-identifier',
  'deadline.invalid-date',
  'deadline.blank-text',
] as const;
