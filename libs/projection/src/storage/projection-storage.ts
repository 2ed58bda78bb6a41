import type { Position } from '@jejak/domain';
import type { ViewIndex } from '@jejak/views/view';

import type { Operation } from '../fold/operation';
import type { Generation } from '../view/generation';
import type { StoredDocument } from '../view/stored-document';
import type { Catalogue } from './catalogue';
import type { Acquisition, Advance, Checkpoint, Lease } from './checkpoint';
import type { EventReference, ParkedKey, ParkedRecord } from './parked';

/** An event that waits behind a parked one, for the same document. */
export interface QueuedEvent {
  readonly key: string;
  readonly event: EventReference;
}

/**
 * Where generations, checkpoints and what is parked live. Every write of a document or checkpoint is
 * conditional: it takes effect only while what it replaces stands where it was read, and otherwise
 * throws `AnotherWriter` (or `LeaseLost` under an outdated fence). What is parked changes under the
 * newest fence that took it over alone. Everything else may be repeated without effect. A call that throws may have taken effect in part; reading again and repeating is
 * always right.
 */
export interface ProjectionStorage {
  /** Asserts that the server keeps what it acknowledges. */
  assertDurable(): Promise<void>;
  readonly catalogue: Catalogue;

  /** Makes the generation's collection. Repeating it changes nothing. */
  prepare(generation: Generation): Promise<void>;
  /** Makes these indexes of the generation. Repeating it changes nothing. */
  index(generation: Generation, indexes: readonly ViewIndex[]): Promise<void>;
  /** Drops the generation's documents, checkpoint, parked keys and queues. */
  discard(generation: Generation): Promise<void>;

  load(
    generation: Generation,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, StoredDocument>>;
  /** By identifier, after `after` (null: from the first), tombstones included; at most `limit`. */
  documents(
    generation: Generation,
    after: string | null,
    limit: number,
  ): Promise<readonly StoredDocument[]>;
  /** Each operation on its own, in any order. */
  write(generation: Generation, operations: readonly Operation[]): Promise<void>;
  /** Adds rows; one that is there already is the same row and stays. */
  add(generation: Generation, rows: readonly StoredDocument[]): Promise<void>;
  /**
   * Removes tombstones that a checkpoint passed at least `retentionMilliseconds` ago, by the
   * database's clock, and marks what has passed now for a later time: a write that was on its way
   * while its writer lost the lease has arrived by then.
   */
  sweep(lease: Lease, passed: Position, retentionMilliseconds: number): Promise<void>;

  checkpoint(generation: Generation): Promise<Checkpoint>;
  /**
   * Takes the right to write a generation: at once when nobody has it or `writer` itself had it,
   * otherwise when it was not renewed for the time its holder announced, by the database's clock.
   */
  acquire(generation: Generation, writer: string, leaseMilliseconds: number): Promise<Acquisition>;
  /** Throws `LeaseLost` when one of them is somebody else's by now; the others are renewed. */
  renew(leases: readonly Lease[]): Promise<void>;
  /** Whoever wants them next need not wait. Leases that are lost already are left alone. */
  release(leases: readonly Lease[]): Promise<void>;
  /**
   * Moves checkpoints on, each under its fence and only from where it was read, and renews their
   * leases. Throws `LeaseLost`, or `AnotherWriter` when one stands elsewhere; the others are saved
   * all the same.
   */
  saveCheckpoints(advances: readonly Advance[]): Promise<void>;

  /** Everything parked in the generation, by position of the event. */
  parked(generation: Generation): Promise<readonly ParkedRecord[]>;
  /** The same for the generation's writer: earlier writers cannot change it from now on. */
  takeParked(lease: Lease): Promise<readonly ParkedRecord[]>;
  /** Parks the key, or replaces what is said of it. Throws `LeaseLost` when a later writer has it. */
  park(lease: Lease, record: ParkedRecord): Promise<void>;
  /**
   * Removes the record of a key and whatever waits behind it, but for what a later writer put there.
   * Throws `LeaseLost` when a later writer has the record.
   */
  unpark(lease: Lease, key: ParkedKey): Promise<void>;
  /** Puts events behind the parked documents; repeating it changes nothing. */
  queue(lease: Lease, events: readonly QueuedEvent[]): Promise<void>;
  /** What waits behind a parked document, by position, from after `after`; at most `limit`. */
  queued(
    generation: Generation,
    key: string,
    after: Position | null,
    limit: number,
  ): Promise<readonly EventReference[]>;
  /** Removes what waits behind a document up to and with `upTo`. */
  dequeue(generation: Generation, key: string, upTo: Position): Promise<void>;
  /** How many events wait behind each parked document; those with none are left out. */
  waiting(generation: Generation): Promise<ReadonlyMap<string, number>>;

  /** True for failures that concern the server and not the document: time may cure them. */
  isOutage(error: unknown): boolean;
}
