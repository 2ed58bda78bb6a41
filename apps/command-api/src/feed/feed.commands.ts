import { feedStream } from '@jejak/domain';
import { feed, type FeedMapping, type FeedState } from '@jejak/domain/feed';

import { commandsOn } from '../edge/command-on';
import { regionWithId } from '../edge/region';
import { schemaText } from './event-schema';
import {
  DefineFeedTypeBody,
  type FeedMappingBody,
  RegisterFeedSourceBody,
  RetireFeedSourceBody,
} from './feed.bodies';

const onFeed = commandsOn(feed, feedStream);

const regionOf = (_: unknown, state: FeedState): string | undefined =>
  state.status === 'unregistered' ? undefined : state.source.region;

export const registerFeedSource = onFeed(RegisterFeedSourceBody, {
  action: 'feed.register',
  region: ({ body }) => body.region,
  refer: async (ledger, { body }) => (await regionWithId(ledger, body.region)) !== null,
  command: ({ key, body }, regionRegistered) => ({
    type: 'RegisterFeedSource',
    feed: key,
    title: body.title,
    subject: body.subject,
    eventSource: body.eventSource,
    region: body.region,
    regionRegistered,
  }),
});

export const defineFeedType = onFeed(DefineFeedTypeBody, {
  action: 'feed.define-type',
  region: regionOf,
  command: ({ key, body }) => ({
    type: 'DefineFeedType',
    feed: key,
    eventType: body.type,
    schema: schemaText(body.schema),
    mapping: mappingFrom(body.mapping),
    reason: body.reason ?? null,
  }),
});

export const retireFeedSource = onFeed(RetireFeedSourceBody, {
  action: 'feed.retire',
  region: regionOf,
  command: ({ key, body }) => ({ type: 'RetireFeedSource', feed: key, reason: body.reason }),
});

const mappingFrom = ({ target, fields }: FeedMappingBody): FeedMapping => ({
  target,
  fields: fields.map(({ name, from, value, as, optional }) => ({
    name,
    from: from ?? null,
    value: value ?? null,
    as,
    optional: optional ?? false,
  })),
});
