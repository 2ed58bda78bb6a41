import type { Actor, Decider, Decision, DomainEvent, Position, Refusal } from '@jejak/domain';

/** Everything about a command that is not the command itself. */
export interface CommandEnvelope {
  /** UUID: the caller's key, made unique per caller. */
  readonly commandId: string;
  /** SHA-256 over the canonical command (target stream, name and body), lower-case hex. */
  readonly commandSha256: string;
  readonly correlationId: string;
  readonly actor: Actor;
  readonly traceparent?: string;
}

/** What was recorded; a repeated command is answered with the very same values. */
export interface Recorded {
  readonly stream: string;
  readonly commandId: string;
  /** Revision and position of the command's last event. */
  readonly revision: bigint;
  readonly position: Position;
  readonly events: readonly {
    readonly id: string;
    readonly type: string;
    readonly revision: bigint;
  }[];
}

export type Outcome =
  | { readonly kind: 'recorded'; readonly recorded: Recorded; readonly repeated: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The command id was used before for a different command. */
  | { readonly kind: 'command-id-reused'; readonly stream: string };

/**
 * Commands in, events out. `decide` receives the folded state of the stream and the instant of the
 * decision (never before the stream's last event) and may be called again after a conflict.
 *
 * Promises: a command happens once, whatever is repeated, raced, timed out or restarted, because the
 * evidence is the command id in the stream itself; an append whose outcome is unknown is looked up
 * by its event ids before anything else; commands on one stream are decided one after another.
 *
 * Throws `StoreUnavailable` (nothing written), `UnknownOutcome` (could not be looked up: repeat the
 * same command) and `TooManyConflicts` (others kept winning: repeat the same command).
 */
export interface Ledger {
  handle<State, Command, Event extends DomainEvent>(
    decider: Decider<State, Command, Event>,
    stream: string,
    envelope: CommandEnvelope,
    decide: (state: State, at: string) => Decision<Event>,
  ): Promise<Outcome>;

  /**
   * State of another stream a command refers to, such as a published framework. Answers from memory
   * when `sufficient` accepts what is there; otherwise completes it from the store first.
   */
  refer<State, Command, Event extends DomainEvent>(
    decider: Decider<State, Command, Event>,
    stream: string,
    sufficient: (state: State) => boolean,
  ): Promise<State>;
}
