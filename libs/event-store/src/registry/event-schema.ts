import type { DomainEvent } from '@jejak/domain';

import type { StrictJsonObject } from '../codec/strict-json';
import type { Check, Shape } from './shape';

/** Turns the data of one version into that of the next; pure, and total over what was ever stored. */
export type Upcaster = (data: StrictJsonObject) => StrictJsonObject;

/** A version that is no longer written and will for ever be read. */
export interface OlderVersion {
  /** What is wrong with data stored in this version. */
  readonly check: Check;
  /** To the version after it. */
  readonly upcast: Upcaster;
}

export interface EventSchema<Data> {
  /** Version 1 first; none while the event has only ever had one. */
  readonly older: readonly OlderVersion[];
  /** Of the version that is written. */
  readonly shape: Shape<Data>;
}

/** One schema per event of the union: leaving one out, or inventing one, does not compile. */
export type SchemasOf<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: EventSchema<Extract<Event, { type: Type }>['data']>;
};

export function firstVersion<Data>(shape: Shape<Data>): EventSchema<Data> {
  return { older: [], shape };
}

/**
 * The version after `previous`. The upcaster gets data that has the previous shape, must not change
 * it, and may throw when it cannot bring it up to date: the event is then unreadable.
 */
export function nextVersion<Older, Data>(
  previous: EventSchema<Older>,
  shape: Shape<Data>,
  upcast: (data: Older) => Data,
): EventSchema<Data> {
  const replaced = { check: previous.shape, upcast: upcast as unknown as Upcaster };
  return { older: [...previous.older, replaced], shape };
}
