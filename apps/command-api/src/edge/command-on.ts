import { type ActionName, type Principal, requirePermission } from '@jejak/access';
import { type CommandContext, type Decider, type DomainEvent } from '@jejak/domain';
import { type CommandEnvelope, type Ledger, type Outcome } from '@jejak/event-store';
import { type Vault } from '@jejak/privacy';
import { Inject, type Type } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { LEDGER, VAULT } from '../tokens';
import { type Caller } from './caller';
import { type CommandBody } from './parts';
import { namingTheId } from './region-hint';
import { type Warning } from './unregistered';

/** What a caller asked: the key names the stream, the body is validated. */
export interface Asked<Key, Body> {
  readonly key: Key;
  readonly body: Body;
  readonly principal: Principal;
  readonly envelope: CommandEnvelope;
}

/** A command of the domain without what the edge adds to every one: who, and when. */
export type WithoutContext<Any> = Any extends CommandContext
  ? Omit<Any, keyof CommandContext>
  : never;

/** One command of the API: how it is permitted, what it refers to, and what the domain is told. */
export interface Recording<Key, Body, State, DomainCommand, References> {
  readonly action: ActionName;
  /**
   * The region the command is about, null for none. The state is that of the command's stream;
   * undefined where it tells no region yet and the domain will refuse the command for that.
   */
  readonly region: (asked: Asked<Key, Body>, state: State) => string | null | undefined;
  /** State of other streams the decision needs; read before the command's own stream is decided. */
  readonly refer?: (ledger: Ledger, asked: Asked<Key, Body>, vault: Vault) => Promise<References>;
  /**
   * The body holds personal data: its digest in the event's metadata is then one that only the vault
   * can compute, because a plain one of so little text could be guessed.
   */
  readonly personal?: true;
  readonly command: (
    asked: Asked<Key, Body>,
    references: References,
  ) => WithoutContext<DomainCommand>;
  /** What is not on record although the command names it; looked up once it is recorded. */
  readonly unregistered?: (ledger: Ledger, asked: Asked<Key, Body>) => Promise<readonly Warning[]>;
}

/** An outcome with what the reply warns of. */
export type Answered = Outcome & { readonly warnings?: readonly Warning[] };

/** A command as its controller sends it and its module provides it. */
export interface CommandDefinition<Key, Body extends CommandBody> {
  readonly action: ActionName;
  readonly personal: boolean;
  readonly streamOf: (key: Key) => string;
  /** What travels over the bus. */
  readonly create: (key: Key, body: Body, caller: Caller) => Command<Answered>;
  /** For the providers of the context's module. */
  readonly handler: Type<ICommandHandler>;
}

/**
 * Defines the commands of one context, each beside its handler on the bus: which decider, which
 * stream, which command. The body class only says what kind of body it is.
 */
export const commandsOn =
  <Key, State, DomainCommand extends CommandContext, Event extends DomainEvent>(
    decider: Decider<State, DomainCommand, Event>,
    streamOf: (key: Key) => string,
  ) =>
  <Body extends CommandBody, References = undefined>(
    _body: Type<Body>,
    recording: Recording<Key, Body, State, DomainCommand, References>,
  ): CommandDefinition<Key, Body> => {
    class Asking extends Command<Answered> {
      constructor(
        readonly key: Key,
        readonly body: Body,
        readonly caller: Caller,
      ) {
        super();
      }
    }

    @CommandHandler(Asking)
    class Handler implements ICommandHandler<Asking, Answered> {
      constructor(
        @Inject(LEDGER) readonly ledger: Ledger,
        @Inject(VAULT) readonly vault: Vault,
      ) {}

      async execute({ key, body, caller: { envelope, principal } }: Asking): Promise<Answered> {
        const asked = { key, body, principal, envelope };
        const references = (await recording.refer?.(this.ledger, asked, this.vault)) as References;
        let region: string | null | undefined;
        const outcome = await this.ledger.handle(decider, streamOf(key), envelope, (state, at) => {
          region = recording.region(asked, state);
          if (region !== undefined) requirePermission(principal, recording.action, region);
          const command = recording.command(asked, references);
          const context: CommandContext = { actor: envelope.actor, at };
          return decider.decide(state, { ...command, ...context } as unknown as DomainCommand);
        });
        if (outcome.kind === 'recorded') {
          const warnings = (await recording.unregistered?.(this.ledger, asked)) ?? [];
          return { ...outcome, warnings };
        }
        if (outcome.kind !== 'refused') return outcome;
        return { ...outcome, refusal: await namingTheId(this.ledger, outcome.refusal, region) };
      }
    }

    return {
      action: recording.action,
      personal: recording.personal === true,
      streamOf,
      create: (key, body, caller) => new Asking(key, body, caller),
      handler: Handler,
    };
  };
