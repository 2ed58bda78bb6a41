import type { Decider, DomainEvent, JejakEvent, Position, RecordedEvent } from '@jejak/domain';

import type { Recorded } from '../ledger';

/** That a command is in the stream, which one it was, and what it recorded. Kept for each command. */
export interface CommandEvidence {
  readonly sha256: string;
  /** Of its last event. */
  readonly position: Position;
  readonly events: Recorded['events'];
}

/** A stream as far as it was read: what deciding on it needs. */
export interface StreamMemory<State> {
  readonly state: State;
  /** Revision of the last event that was folded; null while the stream has none. */
  readonly revision: bigint | null;
  /** Instant of the last event; the empty text stands before every instant. */
  readonly recordedAt: string;
  /**
   * Every command of the stream by its id. Shared between one memory and the next, because it only
   * grows: copying it for every event would make long streams slow.
   */
  readonly commands: Map<string, CommandEvidence>;
  readonly eventCount: number;
}

export function emptyMemory<State, Command, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
): StreamMemory<State> {
  return {
    state: decider.initialState(),
    revision: null,
    recordedAt: '',
    commands: new Map(),
    eventCount: 0,
  };
}

/** An event as far as memory needs it: read from the store, or just appended. */
export type RememberedEvent = Pick<
  RecordedEvent<JejakEvent>,
  'id' | 'stream' | 'revision' | 'position' | 'event' | 'metadata'
>;

export function remember<State, Command, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
  memory: StreamMemory<State>,
  recorded: RememberedEvent,
): StreamMemory<State> {
  const { id, revision, position, event, metadata } = recorded;
  const { commandId, commandSha256: sha256 } = metadata;
  const written = { id, type: event.type, revision };
  const earlier = memory.commands.get(commandId);
  const events = earlier === undefined ? [written] : [...earlier.events, written];
  memory.commands.set(commandId, { sha256, position, events });
  return {
    state: decider.evolve(memory.state, event as unknown as Event),
    revision,
    recordedAt: later(memory.recordedAt, metadata.recordedAt),
    commands: memory.commands,
    eventCount: memory.eventCount + 1,
  };
}

/** The answer a command gets, the first time and ever after. */
export function recordedCommand(
  stream: string,
  commandId: string,
  { position, events }: CommandEvidence,
): Recorded {
  return { stream, commandId, revision: events.at(-1)?.revision ?? 0n, position, events };
}

/** ISO instants in UTC with milliseconds sort as text. */
export const later = (a: string, b: string): string => (a > b ? a : b);
