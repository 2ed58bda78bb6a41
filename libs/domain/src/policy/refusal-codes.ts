export const policyRefusalCodes = [
  'policy.blank-text',
  'policy.invalid-date',
  'policy.invalid-content',
  'policy.before-previous-version',
  'policy.nothing-to-approve',
  'policy.approver-is-drafter',
  'policy.another-draft',
  'policy.nothing-to-retire',
  'policy.retired-before-it-applied',
] as const;
