import type { DomainEvent } from '@jejak/domain';

import type { StrictJsonObject } from '../codec/strict-json';
import type { Shape } from './shape';

/** Turns the data of one version into that of the next; pure, and total over what was ever stored. */
export type Upcaster = (data: StrictJsonObject) => StrictJsonObject;

export interface EventSchema<Data> {
  /** Version that is written, from 1. */
  readonly currentVersion: number;
  /** Shape of the current version's data. */
  readonly shape: Shape<Data>;
  /** The first takes version 1 to 2, the second 2 to 3, and so on up to the current one. */
  readonly upcasters: readonly Upcaster[];
}

/** One schema per event of the union: leaving one out, or inventing one, does not compile. */
export type SchemasOf<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: EventSchema<Extract<Event, { type: Type }>['data']>;
};

export function firstVersion<Data>(shape: Shape<Data>): EventSchema<Data> {
  return { currentVersion: 1, shape, upcasters: [] };
}
