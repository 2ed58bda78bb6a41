import { randomUUID } from 'node:crypto';

import type { JejakEvent, Position, RecordedEvent } from '@jejak/domain';
import { auditTrail, planProgress, trailId } from '@jejak/views';

import { factOf } from './traffic';
import { eventMetadata } from './workload';

/** A document as the driver takes it. */
export type Prebuilt = Readonly<Record<string, unknown>> & { readonly _id: string };

export interface PrebuiltBatch {
  /** One for each event. */
  readonly rows: readonly Prebuilt[];
  /** One for each document that the events of the batch change. */
  readonly documents: readonly Prebuilt[];
}

/** About as far as an event of this size moves the position. */
const positionStep = 1_000n;

/**
 * What the audit trail and the plans come to for a log of the same traffic: the views' own documents,
 * folded once and given to every slot, each with the identifiers that are its own.
 */
export function prebuiltWrites(documents: number, eventsEach: number) {
  const length = Math.max(1, Math.min(eventsEach, 9));
  const log = Array.from({ length }, (_, n) => recordedAt(n));
  const rows = log.map((event) => {
    const row = auditTrail.rowOf(event);
    if (row === null) throw new Error('The audit trail has no row for an event');
    return row;
  });
  const plan = log.reduce<ReturnType<typeof planProgress.apply>>(
    (document, event) => planProgress.apply(document, event, 'plan-0'),
    null,
  );
  if (plan === null) throw new Error('The plan has no document');

  return (first: number, size: number): PrebuiltBatch => {
    const numbers = Array.from({ length: size }, (_, index) => first + index);
    const changed = new Map(numbers.map((n) => [n % documents, positionOf(n)]));
    return {
      rows: numbers.map((n) => {
        const position = positionOf(n);
        const row = rows[Math.floor(n / documents) % length];
        return { ...row, _id: trailId(position), eventId: randomUUID(), position };
      }),
      documents: [...changed].map(([slot, position]) => {
        const id = `plan-${slot}`;
        return { ...plan, _id: id, plan: id, position };
      }),
    };
  };
}

function positionOf(n: number): Position {
  const commit = BigInt(n + 1) * positionStep;
  return { commit, prepare: commit };
}

function recordedAt(n: number): RecordedEvent<JejakEvent> {
  const { stream, revision, event } = factOf('plans', 0, n);
  return {
    id: randomUUID(),
    stream,
    revision: BigInt(revision),
    position: positionOf(n),
    event,
    metadata: eventMetadata(),
  };
}
