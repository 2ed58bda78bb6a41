import { CorruptStreamError } from '../corrupt-stream';
import type { Decider, Decision, Refusal } from '../decider';
import { refused } from '../decider';
import { recordUnless, refusal } from '../rules/refusal';
import { mustBeSlug, mustNotBeBlank } from '../rules/text';
import type { DefineFeedType, FeedCommand, RegisterFeedSource, RetireFeedSource } from './commands';
import type { FeedEvent, FeedSourceRegistered, FeedTypeDefined } from './events';
import { mappingMustFit } from './mapping-rules';

export interface RegisteredFeed {
  readonly status: 'registered' | 'retired';
  readonly source: FeedSourceRegistered['data'];
  /** The last version of each type. */
  readonly types: readonly FeedTypeDefined['data'][];
}

export type FeedState = { readonly status: 'unregistered' } | RegisteredFeed;

const feedUnknown = (feed: string): Refusal =>
  refusal('feed.feed-unknown', `no source is registered as ${feed}`, 'Register it first.', 'feed');

const mustStand = ({ status, source }: RegisteredFeed): Refusal | null =>
  status === 'registered'
    ? null
    : refusal('feed.retired', `${source.feed} was retired`, 'Register a successor of its own.');

const register = (state: FeedState, command: RegisterFeedSource): Decision<FeedEvent> =>
  recordUnless(
    mustBeSlug('feed', 'feed', command.feed) ??
      (state.status === 'unregistered'
        ? null
        : refusal(
            'feed.already-registered',
            `${command.feed} is registered`,
            'Use it, or choose another identifier.',
            'feed',
          )) ??
      mustNotBeBlank('feed', 'title', command.title) ??
      mustNotBeBlank('feed', 'subject', command.subject) ??
      mustNotBeBlank('feed', 'eventSource', command.eventSource) ??
      (command.regionRegistered
        ? null
        : refusal(
            'feed.region-unknown',
            `no region is registered as ${command.region}`,
            'Register the region first.',
            'region',
          )),
    () => ({
      type: 'FeedSourceRegistered',
      data: {
        feed: command.feed,
        title: command.title,
        subject: command.subject,
        eventSource: command.eventSource,
        region: command.region,
      },
    }),
  );

const define = (state: RegisteredFeed, command: DefineFeedType): Decision<FeedEvent> => {
  const { feed, eventType: type, schema, mapping, reason } = command;
  const last = state.types.find((one) => one.type === type);
  const isSame =
    last?.schema === schema && JSON.stringify(last.mapping) === JSON.stringify(mapping);
  return recordUnless(
    mustStand(state) ??
      mustNotBeBlank('feed', 'type', type) ??
      mustNotBeBlank('feed', 'reason', reason) ??
      mappingMustFit(mapping) ??
      (isSame
        ? refusal(
            'feed.nothing-changes',
            `version ${last.version} of ${type} says the same`,
            'Nothing was changed; there is nothing to do.',
          )
        : null),
    () => ({
      type: 'FeedTypeDefined',
      data: { feed, type, version: (last?.version ?? 0) + 1, schema, mapping, reason },
    }),
  );
};

const retire = (state: RegisteredFeed, { feed, reason }: RetireFeedSource): Decision<FeedEvent> =>
  recordUnless(mustStand(state) ?? mustNotBeBlank('feed', 'reason', reason), () => ({
    type: 'FeedSourceRetired',
    data: { feed, reason },
  }));

function decide(state: FeedState, command: FeedCommand): Decision<FeedEvent> {
  if (command.type === 'RegisterFeedSource') return register(state, command);
  if (state.status === 'unregistered') return refused(feedUnknown(command.feed));
  return command.type === 'DefineFeedType' ? define(state, command) : retire(state, command);
}

function evolve(state: FeedState, event: FeedEvent): FeedState {
  if (event.type === 'FeedSourceRegistered') {
    if (state.status !== 'unregistered') throw new CorruptStreamError(event.type, state.status);
    return { status: 'registered', source: event.data, types: [] };
  }
  if (state.status === 'unregistered') throw new CorruptStreamError(event.type, state.status);
  if (event.type === 'FeedSourceRetired') return { ...state, status: 'retired' };
  const others = state.types.filter(({ type }) => type !== event.data.type);
  return { ...state, types: [...others, event.data] };
}

/** A system that reports facts itself: who it is and how its events are read. */
export const feed: Decider<FeedState, FeedCommand, FeedEvent> = {
  initialState: () => ({ status: 'unregistered' }),
  decide,
  evolve,
};
