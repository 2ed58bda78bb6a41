import type { CommandContext } from '../command-context';
import type {
  FeedEventQuarantined,
  FeedOutcome,
  FeedSourceRegistered,
  FeedTypeDefined,
  Unfit,
} from './events';

export type RegisterFeedSource = CommandContext &
  FeedSourceRegistered['data'] & {
    readonly type: 'RegisterFeedSource';
    readonly regionRegistered: boolean;
  };

/** Allows a type, or defines a new version of how its events are read. */
export type DefineFeedType = CommandContext &
  Omit<FeedTypeDefined['data'], 'version' | 'type'> & {
    readonly type: 'DefineFeedType';
    readonly eventType: string;
  };

export type RetireFeedSource = CommandContext & {
  readonly type: 'RetireFeedSource';
  readonly feed: string;
  readonly reason: string;
};

export type FeedCommand = RegisterFeedSource | DefineFeedType | RetireFeedSource;

/** What the definition of the type makes of an event. */
export type FeedVerdict =
  | { readonly kind: 'fits'; readonly version: number; readonly outcome: FeedOutcome }
  | { readonly kind: 'unfit'; readonly version: number | null; readonly unfit: Unfit };

export type ReceiveFeedEvent = CommandContext &
  Omit<FeedEventQuarantined['data'], 'version' | 'unfit' | 'type'> & {
    readonly type: 'ReceiveFeedEvent';
    readonly eventType: string;
    readonly verdict: FeedVerdict;
  };

export type ReplayFeedEvent = CommandContext & {
  readonly type: 'ReplayFeedEvent';
  readonly verdict: FeedVerdict;
};

export type ReceivedFeedEventCommand = ReceiveFeedEvent | ReplayFeedEvent;
