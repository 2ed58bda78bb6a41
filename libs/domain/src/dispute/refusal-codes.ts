export const disputeRefusalCodes = [
  'dispute.already-recorded',
  'dispute.region-repeated',
  'dispute.invalid-code',
  'dispute.invalid-count',
  'dispute.invalid-date',
  'dispute.future-date',
  'dispute.blank-text',
] as const;
