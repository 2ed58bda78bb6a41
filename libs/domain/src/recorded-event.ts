import type { Actor } from './command-context';
import type { DomainEvent } from './decider';

/**
 * Where an event stands in the total order of the store. Both numbers are kept: a checkpoint that
 * holds only `commit` can skip an event.
 */
export interface Position {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** Why an event exists and who answers for it. The keys with `$` are the store's own convention. */
export interface EventMetadata {
  /** The request or import that everything following from it shares. */
  readonly $correlationId: string;
  /** What directly led to this event: the command's identifier. */
  readonly $causationId: string;
  /** Identifier of the command; the same command never records twice. */
  readonly commandId: string;
  /** SHA-256 over the canonical command, lower-case hex: tells a repetition from a different command. */
  readonly commandSha256: string;
  readonly actor: Actor;
  /** Instant of recording, ISO 8601 UTC: the *known* axis of every question. */
  readonly recordedAt: string;
  readonly schemaVersion: number;
  /** W3C trace context, when the caller sent one. */
  readonly traceparent?: string;
}

/** An event as it stands in the store: the fact, its place and its provenance. */
export interface RecordedEvent<Event extends DomainEvent = DomainEvent> {
  /** UUID, lower case. */
  readonly id: string;
  readonly stream: string;
  /** Place in its stream, from 0, without holes. */
  readonly revision: bigint;
  readonly position: Position;
  readonly event: Event;
  readonly metadata: EventMetadata;
}

/** Negative, zero or positive as `a` stands before, at or after `b` in the total order. */
export function comparePositions(a: Position, b: Position): number {
  if (a.commit !== b.commit) return a.commit < b.commit ? -1 : 1;
  if (a.prepare !== b.prepare) return a.prepare < b.prepare ? -1 : 1;
  return 0;
}
