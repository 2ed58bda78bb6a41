import type { Position } from '@jejak/domain';

import { fromStored, toStored, type StoredDocument } from '../view/stored-document';
import type { Operation } from './operation';

/** A document as this process last knew it. */
export interface Held {
  /** Where it stands in the database, or will when what is on its way has arrived; null: absent. */
  readonly storedAt: Position | null;
  /** Of the last event folded into it; null before the first. */
  readonly position: Position | null;
  readonly document: object | null;
  /**
   * There was a document since it was stored last, be it deleted by now: an earlier life of this
   * process may have sent it, and what was sent may still arrive.
   */
  readonly made: boolean;
}

/** What an event folded at `position` makes of a document. */
export const after = (before: Held, position: Position, document: object | null): Held => ({
  storedAt: before.storedAt,
  position,
  document,
  made: before.made || document !== null,
});

/**
 * The documents of one generation that are in memory: those that must be written, those on their
 * way, and some that were used lately. Right for as long as nobody else writes the generation; if
 * somebody does, the guard of the next write says so and the set is thrown away.
 */
export interface WorkingSet {
  /** Undefined: nothing is known of it, and it is to be loaded. */
  get(id: string): Held | undefined;
  /** What the database says of a document; undefined: it is not there. */
  learn(id: string, stored: StoredDocument | undefined): Held;
  /** Takes over what a page of events made of the documents; to be written. */
  accept(changed: ReadonlyMap<string, Held>): void;
  /** How many documents are to be written. */
  dirty(): number;
  /** What is to be written, at most one write for each document; on its way from now on. */
  take(): Operation[];
  /** Something else wrote it: it is to be loaded again. */
  forget(id: string): void;
  /** What was taken has arrived: what was not used for longest may be forgotten. */
  arrived(): void;
}

const absent: Held = { storedAt: null, position: null, document: null, made: false };

/** Of a generation that began empty: with more identifiers than these, absent ones are loaded too. */
const mostWritten = 200_000;

/**
 * Keeps about `limit` documents; what must be written is kept in any case. `beganEmpty`: the
 * generation held nothing at all, so what was never written since need not be looked for.
 */
export function createWorkingSet(limit: number, beganEmpty = false): WorkingSet {
  const held = new Map<string, Held>();
  let dirty = new Set<string>();
  let written = beganEmpty ? new Set<string>() : null;

  return {
    get: (id) => held.get(id) ?? (written?.has(id) === false ? absent : undefined),
    learn(id, stored) {
      const known = stored === undefined ? absent : heldFrom(stored);
      held.set(id, known);
      return known;
    },
    accept(changed) {
      for (const [id, known] of changed) {
        // Last in the order of the map: what was not used for longest is forgotten first.
        held.delete(id);
        held.set(id, known);
        dirty.add(id);
        written?.add(id);
      }
      if (written !== null && written.size > mostWritten) written = null;
    },
    dirty: () => dirty.size,
    take() {
      const operations: Operation[] = [];
      for (const id of dirty) {
        const { storedAt, position, document, made } = held.get(id) ?? absent;
        // What came and went is written as deleted, to take the place from what may still arrive.
        if (position === null || (storedAt === null && !made)) continue;
        const stored = toStored(id, position, document);
        operations.push(
          storedAt === null
            ? { kind: 'insert', document: stored }
            : { kind: 'replace', loadedAt: storedAt, document: stored },
        );
        held.set(id, { storedAt: position, position, document, made: false });
      }
      dirty = new Set();
      return operations;
    },
    forget(id) {
      written?.add(id);
      held.delete(id);
    },
    arrived() {
      let over = held.size - limit;
      if (over <= 0) return;
      for (const id of held.keys()) {
        if (dirty.has(id)) continue;
        held.delete(id);
        over -= 1;
        if (over <= 0) return;
      }
    },
  };
}

function heldFrom(stored: StoredDocument): Held {
  const { position } = stored;
  const document = stored._deleted === true ? null : fromStored(stored);
  return { storedAt: position, position, document, made: false };
}
