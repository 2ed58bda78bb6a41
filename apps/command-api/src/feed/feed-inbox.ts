import { createHash } from 'node:crypto';

import { type Principal, requirePermission } from '@jejak/access';
import { feedEventStream, feedStream } from '@jejak/domain';
import { feed, receivedEvent, type RegisteredFeed } from '@jejak/domain/feed';
import {
  canonicalText,
  type CommandEnvelope,
  commandSha256,
  type Ledger,
  type Outcome,
  type Recorded,
} from '@jejak/event-store';
import { type CloudEvent, cloudEventFrom, problem, problemOf } from '@jejak/http';
import { Inject, Injectable } from '@nestjs/common';
import { v5 as uuidOf } from 'uuid';

import { LEDGER } from '../tokens';
import { judged } from './feed-judge';
import { type Brought } from './feed-report';

/** Fixed for ever: another namespace would take every event in a second time. */
const receptions = 'a3f0c6c2-52a1-5b56-9d0e-7c41b7f3e816';

/** Bytes of an event in canonical form, what CloudEvents 1.0 asks a consumer to take at least. */
const largest = 64 * 1024;

/** Who sends, and what every command of the request shares. */
export interface Sender {
  readonly principal: Principal;
  readonly correlationId: string;
  readonly traceparent?: string;
}

/** An event that was recorded, now or by an earlier try. */
export interface Reception {
  readonly id: string;
  readonly outcome: 'accepted' | 'quarantined';
  readonly reason: string | null;
  readonly repeated: boolean;
  readonly recorded: Recorded;
}

/** Takes events in: each once, under the identity that its source and id make. */
@Injectable()
export class FeedInbox {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  /** The feed a sender may report to. Throws for an unknown one, and for anybody but its subject. */
  async open(name: string, { principal }: Sender): Promise<RegisteredFeed> {
    const state = await this.ledger.refer(feed, feedStream(name), () => false);
    if (state.status === 'unregistered') {
      throw problem('resource.not-found', { detail: `There is no source ${name}.` });
    }
    requirePermission(principal, 'feed.report', state.source.region);
    if (principal.id !== state.source.subject) {
      throw problem('access.not-permitted', {
        detail: `Only ${state.source.subject} reports to ${name}, and your token is of another.`,
        fix: 'Send with the token of the registered system.',
      });
    }
    return state;
  }

  /** Throws `feed.retired`, `feed.already-received` (another event of this id) and `request.*`. */
  async receive(opened: RegisteredFeed, event: CloudEvent, sender: Sender): Promise<Reception> {
    const { source, status } = opened;
    const content = canonicalText(event);
    if (Buffer.byteLength(content) > largest) throw problem('request.too-large');
    if (event.source !== source.eventSource) {
      throw problem('request.invalid', {
        detail: `${source.feed} sends events of the source ${source.eventSource}, not of ${event.source}.`,
        field: 'source',
      });
    }
    const stream = streamOf(source.feed, event.id);
    const envelope = envelopeOf(sender, stream, { action: 'feed.report', content });
    const seen = await this.ledger.refer(receivedEvent, stream, (one) => one.status !== 'unseen');
    if (seen.status === 'unseen' && status === 'retired') throw problemOf(retired(source.feed));
    const { principal } = sender;
    const brought: Brought = { event, envelope, principal };
    const verdict =
      seen.status === 'unseen'
        ? await judged(this.ledger, opened, brought)
        : ({ kind: 'unfit', version: null, unfit: { code: 'refused', detail: 'seen' } } as const);
    const outcome = await this.ledger.handle(receivedEvent, stream, envelope, (state, at) =>
      receivedEvent.decide(state, {
        type: 'ReceiveFeedEvent',
        feed: source.feed,
        id: event.id,
        eventType: event.type,
        content,
        contentSha256: sha256(content),
        verdict,
        actor: envelope.actor,
        at,
      }),
    );
    return this.receptionOf(event.id, stream, source.feed, outcome);
  }

  /** Judges a quarantined event anew by the definition of now. Throws what the domain refuses. */
  async replay(name: string, id: string, sender: Sender, commandId: string): Promise<Reception> {
    const opened = await this.ledger.refer(feed, feedStream(name), () => false);
    if (opened.status === 'unregistered') {
      throw problem('resource.not-found', { detail: `There is no source ${name}.` });
    }
    requirePermission(sender.principal, 'feed.replay', opened.source.region);
    const stream = streamOf(name, id);
    const seen = await this.ledger.refer(receivedEvent, stream, () => false);
    const envelope = {
      ...envelopeOf(sender, stream, { action: 'feed.replay', content: id }),
      commandId,
    };
    const verdict =
      seen.status === 'quarantined'
        ? await judged(this.ledger, opened, {
            event: cloudEventFrom(JSON.parse(seen.event.content)),
            envelope,
            principal: sender.principal,
          })
        : ({ kind: 'unfit', version: null, unfit: { code: 'refused', detail: 'none' } } as const);
    const outcome = await this.ledger.handle(receivedEvent, stream, envelope, (state, at) =>
      receivedEvent.decide(state, {
        type: 'ReplayFeedEvent',
        verdict,
        actor: envelope.actor,
        at,
      }),
    );
    return this.receptionOf(id, stream, name, outcome);
  }

  private async receptionOf(
    id: string,
    stream: string,
    name: string,
    outcome: Outcome,
  ): Promise<Reception> {
    if (outcome.kind === 'refused') throw problemOf(outcome.refusal);
    if (outcome.kind === 'command-id-reused') throw problemOf(another(name, id));
    const { recorded, repeated } = outcome;
    const isQuarantined = recorded.events.some(({ type }) => type === 'FeedEventQuarantined');
    const base = { id, repeated, recorded };
    if (!isQuarantined) return { ...base, outcome: 'accepted', reason: null };
    const state = await this.ledger.refer(receivedEvent, stream, (one) => one.status !== 'unseen');
    const unfit = state.status === 'quarantined' ? state.event.unfit : null;
    return { ...base, outcome: 'quarantined', reason: unfit && `${unfit.code}: ${unfit.detail}` };
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const streamOf = (name: string, id: string): string => feedEventStream(name, sha256(id));

const envelopeOf = (
  { principal, correlationId, traceparent }: Sender,
  stream: string,
  { action, content }: { readonly action: string; readonly content: string },
): CommandEnvelope => ({
  commandId: uuidOf(stream, receptions),
  commandSha256: commandSha256({ action, stream, content }),
  correlationId,
  actor: { kind: principal.kind, id: principal.id },
  ...(traceparent === undefined ? {} : { traceparent }),
});

const retired = (name: string) => ({
  code: 'feed.retired' as const,
  reason: `${name} was retired`,
  remedy: 'Register a successor of its own.',
});

const another = (name: string, id: string) => ({
  code: 'feed.already-received' as const,
  reason: `${name} sent another event with the id ${id.slice(0, 100)} before`,
  remedy: 'Give every event an id of its own, and repeat it unchanged.',
  field: 'id',
});
