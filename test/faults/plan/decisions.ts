import { projectionStream, type JejakEvent } from '@jejak/domain';
import type { NewEvent } from '@jejak/event-store';

import type { Random } from '../random';
import { poisons } from '../views';
import { newEvent, type Go } from './history';

interface Poison {
  /** Index of the go that brings it. */
  readonly go: number;
  readonly stream: string;
  readonly revision: number;
  readonly event: NewEvent;
  readonly pact: string;
}

/**
 * What no code can fold. What the next release folds is left alone: whether it is left out would
 * depend on which of both, release and decision, comes first.
 */
function poisonsIn(goes: readonly Go[]): readonly Poison[] {
  const lengths = new Map<string, number>();
  return goes.flatMap(({ stream, events }, go) => {
    const first = lengths.get(stream) ?? 0;
    lengths.set(stream, first + events.length);
    return events.flatMap((event, index) => {
      if (event.event.type !== 'PactSigned') return [];
      const { pact, signatory } = event.event.data;
      if (signatory.name !== poisons[0]) return [];
      return [{ go, stream, revision: first + index, event, pact }];
    });
  });
}

function decision(view: string, { stream, revision, event, pact }: Poison): JejakEvent {
  return {
    type: 'ParkedEventSkipped',
    data: {
      view,
      kind: 'document',
      key: pact,
      event: {
        id: event.id,
        stream,
        revision: String(revision),
        type: event.event.type,
        // Not known before it is recorded; the projection finds events by stream and revision.
        position: '0/0',
      },
      reason: 'It was recorded by mistake',
      skippedBy: 'faults',
    },
  };
}

/** How many of the events that cannot be folded are left out, sooner or later. */
const shareSkipped = 0.6;

/** Adds decisions to leave poison out: some in the same go or later, a few before their event. */
export function withDecisions(random: Random, goes: readonly Go[], view: string): readonly Go[] {
  const placed = goes.map((go, index) => ({ go, place: index }));
  const decided = poisonsIn(goes).flatMap((poison) => {
    if (!random.chance(shareSkipped)) return [];
    const earliest = random.chance(0.15) ? 0 : poison.go;
    const go = {
      stream: projectionStream(view),
      events: [newEvent(random, decision(view, poison))],
    };
    return [{ go, place: random.between(earliest, goes.length - 1) + 0.5 }];
  });
  return [...placed, ...decided]
    .toSorted((one, other) => one.place - other.place)
    .map(({ go }) => go);
}
