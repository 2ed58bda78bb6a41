import type { JejakEvent, JejakEventType } from '@jejak/domain';

import type { SchemasOf, Upcaster } from './event-schema';
import { frameworkSchemas } from './framework-schemas';
import { pactSchemas, pactTextSchemas } from './pact-schemas';
import { planSchemas } from './plan-schemas';
import { projectionSchemas } from './projection-schemas';
import { regionSchemas } from './region-schemas';
import { scorecardSchemas } from './scorecard-schemas';

/** What reading and writing need to know of one event type. */
export interface RegisteredEvent {
  readonly currentVersion: number;
  /** What is wrong with data of the current version; null when nothing is. */
  check(data: unknown): string | null;
  readonly upcasters: readonly Upcaster[];
}

export type Registry = ReadonlyMap<string, RegisteredEvent>;

const schemas: SchemasOf<JejakEvent> = {
  ...regionSchemas,
  ...frameworkSchemas,
  ...scorecardSchemas,
  ...pactTextSchemas,
  ...pactSchemas,
  ...planSchemas,
  ...projectionSchemas,
};

/** Every event type Jejak can record; a type without a schema does not compile. */
export const registry: Registry = new Map(
  Object.entries(schemas).map(([type, { currentVersion, shape, upcasters }]) => [
    type,
    { currentVersion, upcasters, check: (data) => shape(data, 'data') },
  ]),
);

/** Version in which an event of this type is written. */
export const currentVersionOf = (type: JejakEventType): number => schemas[type].currentVersion;
