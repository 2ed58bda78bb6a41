export const feedRefusalCodes = [
  'feed.invalid-identifier',
  'feed.already-registered',
  'feed.blank-text',
  'feed.region-unknown',
  'feed.feed-unknown',
  'feed.retired',
  'feed.invalid-mapping',
  'feed.nothing-changes',
  'feed.already-received',
  'feed.event-unknown',
  'feed.not-quarantined',
  'feed.still-unfit',
] as const;
