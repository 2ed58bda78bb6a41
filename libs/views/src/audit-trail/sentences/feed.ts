import type {
  FeedEventAccepted,
  FeedEventQuarantined,
  FeedEventReplayed,
  FeedSourceRegistered,
  FeedSourceRetired,
  FeedTypeDefined,
} from '@jejak/domain/feed/events';

export const feedSentences = {
  FeedSourceRegistered: ({ title, feed, subject, region }: FeedSourceRegistered['data']) =>
    `${title} (${feed}) of ${region} was registered to report as ${subject}`,
  FeedTypeDefined: ({ feed, type, version, mapping }: FeedTypeDefined['data']) =>
    `Version ${version} of ${type} from ${feed} was defined, to become a ${mapping.target}`,
  FeedSourceRetired: ({ feed, reason }: FeedSourceRetired['data']) =>
    `The source ${feed} was retired: ${reason}`,
  FeedEventAccepted: ({ feed, id, type, outcome }: FeedEventAccepted['data']) =>
    `Event ${id} (${type}) of ${feed} was taken in as a ${outcome.kind}`,
  FeedEventQuarantined: ({ feed, id, type, unfit }: FeedEventQuarantined['data']) =>
    `Event ${id} (${type}) of ${feed} was quarantined (${unfit.code}): ${unfit.detail}`,
  FeedEventReplayed: ({ feed, id, type, outcome }: FeedEventReplayed['data']) =>
    `Event ${id} (${type}) of ${feed} was replayed from quarantine as a ${outcome.kind}`,
};
