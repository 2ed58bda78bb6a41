/** Who acted, as the token says; never as the request body says. */
export interface Actor {
  readonly kind: 'person' | 'system';
  /** Stable subject identifier from the token; two tokens of one person share it. */
  readonly id: string;
}

/** What every command carries beside its own fields. */
export interface CommandContext {
  readonly actor: Actor;
  /** Instant of the decision, ISO 8601 in UTC with milliseconds. Never before the stream's last event. */
  readonly at: string;
}
