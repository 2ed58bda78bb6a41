import { type AppendExpectedRevision, type Position } from '@eventstore/db-client';
import { type PlainEvent, type PlainStore, type Proposed } from './plain-store';

export interface Model {
  readonly store: PlainStore;
  /** Its streams are those whose names begin so; its log comes after the origin. */
  readonly prefix: string;
  readonly origin: Position;
  /** Of the events whose position was told. */
  readonly positions: Map<PlainEvent, bigint>;
  /** What was asked for, to be asked for again. */
  readonly appends: Append[];
  ids: number;
}

export interface Append {
  readonly stream: string;
  readonly expected: AppendExpectedRevision;
  readonly events: readonly Proposed[];
}
