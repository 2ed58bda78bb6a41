import type { Position } from '@jejak/domain';

import type { AnyView } from '../view/any-view';
import type { Operation } from '../fold/plan-batch';
import type { StoredDocument } from '../view/stored-document';

/** How far a view got. It never passes an event that was not handled. */
export interface Checkpoint {
  /** Position of the last event handled; null before the first. */
  readonly position: Position | null;
  /** Events passed since the view's beginning, those that do not concern it included. */
  readonly events: number;
  /** When the last event handled was recorded, ISO 8601 UTC; null before the first. */
  readonly recordedAt: string | null;
}

export const atTheBeginning: Checkpoint = { position: null, events: 0, recordedAt: null };

export interface Advance {
  readonly view: AnyView;
  readonly from: Checkpoint;
  readonly to: Checkpoint & { readonly position: Position };
}

/**
 * Where documents and checkpoints live. Every write is conditional: it takes effect only while what
 * it replaces stands where it was read, and otherwise throws `AnotherWriter`. A call that throws
 * may have taken effect in part; reading again and repeating is always right.
 */
export interface ViewStorage {
  /** Asserts that the server keeps what it acknowledges. */
  assertDurable(): Promise<void>;
  /** Makes the view's collection and indexes; repeating it changes nothing. */
  prepare(view: AnyView): Promise<void>;
  load(view: AnyView, ids: readonly string[]): Promise<ReadonlyMap<string, StoredDocument>>;
  /** Each operation on its own, in any order. */
  write(view: AnyView, operations: readonly Operation[]): Promise<void>;
  checkpoint(view: AnyView): Promise<Checkpoint>;
  saveCheckpoints(advances: readonly Advance[]): Promise<void>;
  /** Removes these tombstones where they still stand as they were written. */
  sweep(view: AnyView, tombstones: readonly StoredDocument[]): Promise<void>;
  /** Removes every tombstone at or before `passed`. */
  sweepPassed(view: AnyView, passed: Position): Promise<void>;
  /** True for failures that concern the server and not the document: time may cure them. */
  isOutage(error: unknown): boolean;
}

/** Refuses every further call once the signal aborts: whoever walks away leaves no hand behind. */
export function untilAbandoned(storage: ViewStorage, signal: AbortSignal): ViewStorage {
  const checked =
    <Input extends readonly unknown[], Output>(call: (...input: Input) => Promise<Output>) =>
    async (...input: Input): Promise<Output> => {
      signal.throwIfAborted();
      return call(...input);
    };
  return {
    assertDurable: checked(() => storage.assertDurable()),
    prepare: checked((view) => storage.prepare(view)),
    load: checked((view, ids) => storage.load(view, ids)),
    write: checked((view, operations) => storage.write(view, operations)),
    checkpoint: checked((view) => storage.checkpoint(view)),
    saveCheckpoints: checked((advances) => storage.saveCheckpoints(advances)),
    sweep: checked((view, tombstones) => storage.sweep(view, tombstones)),
    sweepPassed: checked((view, passed) => storage.sweepPassed(view, passed)),
    isOutage: (error) => storage.isOutage(error),
  };
}
