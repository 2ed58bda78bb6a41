import type { JejakEvent, JejakEventType } from '@jejak/domain';

import { deadlineSchemas } from './deadline-schemas';
import { complaintSchemas } from './complaint-schemas';
import { declarationSchemas } from './declaration-schemas';
import { gratificationSchemas } from './gratification-schemas';
import type { EventSchema, OlderVersion, SchemasOf } from './event-schema';
import { disputeSchemas } from './dispute-schemas';
import { erasureSchemas } from './erasure-schemas';
import { evidenceSchemas } from './evidence-schemas';
import { feedSchemas } from './feed-schemas';
import { frameworkSchemas } from './framework-schemas';
import { informationSchemas } from './information-schemas';
import { indexSchemas } from './index-schemas';
import {
  pactBreachSchemas,
  pactCoverageSchemas,
  pactSchemas,
  pactSignerSchemas,
  pactTextSchemas,
} from './pact-schemas';
import { planSchemas } from './plan-schemas';
import { predicateSchemas } from './predicate-schemas';
import { policySchemas } from './policy-schemas';
import { projectionSchemas } from './projection-schemas';
import { regionSchemas } from './region-schemas';
import { rolloutSchemas } from './rollout-schemas';
import { scorecardSchemas } from './scorecard-schemas';
import { supervisionSchemas } from './supervision-schemas';
import { trainingSchemas } from './training-schemas';
import type { Check } from './shape';
import { unitSchemas } from './unit-schemas';
import { zoneCycleSchemas, zoneDeclarationSchemas } from './zone-schemas';

/** What reading and writing need to know of one event type. */
export interface RegisteredEvent {
  /** The version that is written, from 1. */
  readonly currentVersion: number;
  /** What is wrong with data of that version. */
  readonly check: Check;
  /** The versions before it, version 1 first. */
  readonly older: readonly OlderVersion[];
}

export type Registry = ReadonlyMap<string, RegisteredEvent>;

const schemas: SchemasOf<JejakEvent> = {
  ...regionSchemas,
  ...unitSchemas,
  ...rolloutSchemas,
  ...feedSchemas,
  ...policySchemas,
  ...frameworkSchemas,
  ...scorecardSchemas,
  ...evidenceSchemas,
  ...pactTextSchemas,
  ...pactSchemas,
  ...pactSignerSchemas,
  ...pactCoverageSchemas,
  ...pactBreachSchemas,
  ...planSchemas,
  ...trainingSchemas,
  ...supervisionSchemas,
  ...disputeSchemas,
  ...projectionSchemas,
  ...deadlineSchemas,
  ...declarationSchemas,
  ...indexSchemas,
  ...informationSchemas,
  ...zoneDeclarationSchemas,
  ...zoneCycleSchemas,
  ...predicateSchemas,
  ...gratificationSchemas,
  ...complaintSchemas,
  ...erasureSchemas,
};

/** Every event type Jejak can record; a type without a schema does not compile. */
export const registry: Registry = registryOf(schemas);

/** A schema whatever its event. */
type AnySchema = Pick<EventSchema<unknown>, 'older'> & { readonly shape: Check };

/** Takes the types away: what comes out of the log has none yet. */
export function registryOf(of: Readonly<Record<string, AnySchema>>): Registry {
  return new Map(
    Object.entries(of).map(([type, { older, shape }]) => [
      type,
      { currentVersion: older.length + 1, check: shape, older },
    ]),
  );
}

/** Version in which an event of this type is written. */
export const currentVersionOf = (type: JejakEventType): number => schemas[type].older.length + 1;
