import { randomUUID } from 'node:crypto';

import { jsonEvent } from '@eventstore/db-client';

import { eventMetadata } from './workload';

/** An event as the official client takes it, as large as the ledger's and unchecked. */
export const rawEvent = (type: string, data: object) =>
  jsonEvent({ id: randomUUID(), type, data: { ...data }, metadata: { ...eventMetadata() } });
