import type { Decider, Decision, DomainEvent } from '@jejak/domain';

import type { Appended, EventStore } from '../event-store';
import type { CommandEnvelope, Outcome } from '../ledger';
import type { NewEvent } from '../new-event';
import { TooManyConflicts, WrongRevision } from '../store-errors';
import { newEvents } from './new-events';
import type { Pause } from './pause';
import { settledAppend } from './settled-append';
import type { StreamCache } from './stream-cache';
import { emptyMemory, later, recordedCommand, remember, type StreamMemory } from './stream-memory';
import { completed } from './stream-reading';

/** What the commands of one ledger share. */
export interface Workplace {
  readonly store: EventStore;
  readonly clock: () => Date;
  readonly cache: StreamCache;
  readonly pause: Pause;
}

/** How often a command is decided before the others are said to have won. */
const tries = 3;

/** One command, alone on its stream within this process. */
export async function handleCommand<State, Command, Event extends DomainEvent>(
  workplace: Workplace,
  decider: Decider<State, Command, Event>,
  stream: string,
  envelope: CommandEnvelope,
  decide: (state: State, at: string) => Decision<Event>,
): Promise<Outcome> {
  const { store, cache } = workplace;
  const warm = cache.get(decider, stream);
  let memory = warm ?? emptyMemory(decider);
  let isFresh = warm === undefined;

  const catchUp = async (): Promise<void> => {
    memory = await completed(store, decider, stream, memory);
    isFresh = true;
    cache.set(decider, stream, memory);
  };

  if (warm === undefined) await catchUp();
  for (let attempt = 1; attempt <= tries;) {
    const known = answerFromEvidence(memory, stream, envelope);
    if (known !== null) return known;

    const at = later(workplace.clock().toISOString(), memory.recordedAt);
    const decision = decide(memory.state, at);
    if (decision.kind === 'refused') {
      // An accepted command is checked by the store; a refusal from memory nobody would check, and
      // another process may have made the command acceptable since.
      if (isFresh) return { kind: 'refused', refusal: decision.refusal };
      await catchUp();
      continue;
    }
    if (decision.events.length === 0) throw new Error(`A command on ${stream} recorded nothing`);

    const events = newEvents(stream, envelope, at, decision.events);
    try {
      const expected = memory.revision ?? 'none';
      const appended = await settledAppend(store, stream, expected, events, workplace.pause);
      memory = appendedTo(decider, memory, stream, events, appended);
      cache.set(decider, stream, memory);
      return recordedOf(memory, stream, envelope, false);
    } catch (error) {
      if (!(error instanceof WrongRevision)) throw error;
    }
    if (attempt < tries) await workplace.pause(attempt);
    attempt += 1;
    await catchUp();
  }
  const known = answerFromEvidence(memory, stream, envelope);
  if (known !== null) return known;
  throw new TooManyConflicts(stream);
}

function answerFromEvidence<State>(
  memory: StreamMemory<State>,
  stream: string,
  envelope: CommandEnvelope,
): Outcome | null {
  const evidence = memory.commands.get(envelope.commandId);
  if (evidence === undefined) return null;
  return evidence.sha256 === envelope.commandSha256
    ? recordedOf(memory, stream, envelope, true)
    : { kind: 'command-id-reused', stream };
}

function recordedOf<State>(
  memory: StreamMemory<State>,
  stream: string,
  { commandId }: CommandEnvelope,
  repeated: boolean,
): Outcome {
  const evidence = memory.commands.get(commandId);
  if (evidence === undefined) throw new Error(`Command ${commandId} left no evidence`);
  return { kind: 'recorded', recorded: recordedCommand(stream, commandId, evidence), repeated };
}

/** All events of one append share the position of the last: the store tells no other. */
function appendedTo<State, Command, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
  memory: StreamMemory<State>,
  stream: string,
  events: readonly NewEvent[],
  { revision, position }: Appended,
): StreamMemory<State> {
  const first = revision - BigInt(events.length) + 1n;
  return events.reduce(
    (current, event, index) =>
      remember(decider, current, { ...event, stream, revision: first + BigInt(index), position }),
    memory,
  );
}
