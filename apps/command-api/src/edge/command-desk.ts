import { principalOf } from '@jejak/access';
import { commandSha256 } from '@jejak/event-store';
import { commandIdOf, type Exchange, problem, problemOf, replyHeaders } from '@jejak/http';
import { type Vault } from '@jejak/privacy';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type FastifyReply } from 'fastify';

import { VAULT } from '../tokens';
import { type Answered, type CommandDefinition } from './command-on';
import { type CommandBody } from './parts';
import { type RecordedReply, recordedReply } from './recorded.reply';

/**
 * From a request to its answer: gives the command its identity, sends it over the bus and turns the
 * outcome into a reply or a problem. A repeated command gets the same answer and the header
 * `Idempotency-Replayed: true`.
 */
@Injectable()
export class CommandDesk {
  constructor(
    private readonly bus: CommandBus,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  /** Records a command as its context defines it. */
  async record<Key, Body extends CommandBody>(
    { request, reply }: Exchange,
    { action, personal, streamOf, create }: CommandDefinition<Key, Body>,
    key: Key,
    body: Body,
  ): Promise<RecordedReply> {
    const { commandId: givenId, ...content } = body;
    const principal = principalOf(request);
    const digest = commandSha256({ action, stream: streamOf(key), content });
    const envelope = {
      commandId: commandIdOf(request, { commandId: givenId ?? undefined }, principal),
      commandSha256: personal ? this.vault.digest(digest) : digest,
      correlationId: request.correlationId,
      actor: { kind: principal.kind, id: principal.id },
      ...(request.traceparent === undefined ? {} : { traceparent: request.traceparent }),
    };
    const command = create(key, body, { principal, envelope });
    return answer(await this.bus.execute(command), reply);
  }
}

function answer(outcome: Answered, reply: FastifyReply): RecordedReply {
  switch (outcome.kind) {
    case 'refused':
      throw problemOf(outcome.refusal);
    case 'command-id-reused':
      throw problem('idempotency.key-reused', {
        detail: `The same key was used for a different command on ${outcome.stream}.`,
      });
    case 'recorded': {
      void reply.headers(replyHeaders(outcome.recorded));
      if (outcome.repeated) void reply.header('Idempotency-Replayed', 'true');
      return recordedReply(outcome.recorded, outcome.warnings);
    }
  }
}
