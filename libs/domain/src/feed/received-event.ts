import { CorruptStreamError } from '../corrupt-stream';
import type { Decider, Decision, Refusal } from '../decider';
import { accepted, refused } from '../decider';
import { refusal } from '../rules/refusal';
import type { ReceivedFeedEventCommand, ReceiveFeedEvent, ReplayFeedEvent } from './commands';
import type { FeedEventQuarantined, ReceivedFeedEvent } from './events';

export type ReceivedEventState =
  | { readonly status: 'unseen' }
  | { readonly status: 'accepted' }
  | { readonly status: 'quarantined'; readonly event: FeedEventQuarantined['data'] };

const unknownEvent = (): Refusal =>
  refusal('feed.event-unknown', 'no such event was received', 'Check the source and the id.');

function receive(
  state: ReceivedEventState,
  { feed, id, eventType: type, content, contentSha256, verdict }: ReceiveFeedEvent,
): Decision<ReceivedFeedEvent> {
  if (state.status !== 'unseen') {
    return refused(
      refusal(
        'feed.already-received',
        `${feed} sent an event ${id} before`,
        'Give every event an id of its own, and repeat it unchanged.',
        'id',
      ),
    );
  }
  const received = { feed, id, type, content, contentSha256, version: verdict.version };
  return verdict.kind === 'fits'
    ? accepted({
        type: 'FeedEventAccepted',
        data: { ...received, version: verdict.version, outcome: verdict.outcome },
      })
    : accepted({ type: 'FeedEventQuarantined', data: { ...received, unfit: verdict.unfit } });
}

function replay(
  state: ReceivedEventState,
  { verdict, actor }: ReplayFeedEvent,
): Decision<ReceivedFeedEvent> {
  if (state.status === 'unseen') return refused(unknownEvent());
  if (state.status === 'accepted') {
    return refused(
      refusal(
        'feed.not-quarantined',
        'the event is taken in',
        'Nothing was changed; there is nothing to do.',
      ),
    );
  }
  const { feed, id, type } = state.event;
  if (verdict.kind === 'unfit') {
    return refused(
      refusal(
        'feed.still-unfit',
        `${verdict.unfit.code}: ${verdict.unfit.detail}`,
        'Mend the definition of the type, or what it refers to, and replay it then.',
      ),
    );
  }
  const { version, outcome } = verdict;
  return accepted({
    type: 'FeedEventReplayed',
    data: { feed, id, type, version, outcome, replayedBy: actor.id },
  });
}

function evolve(state: ReceivedEventState, event: ReceivedFeedEvent): ReceivedEventState {
  switch (event.type) {
    case 'FeedEventAccepted':
      if (state.status !== 'unseen') throw new CorruptStreamError(event.type, state.status);
      return { status: 'accepted' };
    case 'FeedEventQuarantined':
      if (state.status !== 'unseen') throw new CorruptStreamError(event.type, state.status);
      return { status: 'quarantined', event: event.data };
    case 'FeedEventReplayed':
      if (state.status !== 'quarantined') throw new CorruptStreamError(event.type, state.status);
      return { status: 'accepted' };
  }
}

/** One event of a source: taken in or quarantined once, and replayed at most once. */
export const receivedEvent: Decider<
  ReceivedEventState,
  ReceivedFeedEventCommand,
  ReceivedFeedEvent
> = {
  initialState: () => ({ status: 'unseen' }),
  decide: (state, command) =>
    command.type === 'ReceiveFeedEvent' ? receive(state, command) : replay(state, command),
  evolve,
};
