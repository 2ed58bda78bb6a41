import {
  categoryOf,
  type Actor,
  type JejakEvent,
  type JejakEventType,
  type Position,
} from '@jejak/domain';

import type { RowView } from '../view';
import { summarisedTypes, summaryOf } from './event-summary';

/** One recorded event: who recorded which fact, when, where and because of what. */
export interface AuditTrailRow {
  /** UUID of the event. */
  readonly eventId: string;
  readonly recordedAt: string;
  readonly actor: Actor;
  readonly type: JejakEventType;
  readonly stream: string;
  /** Place in its stream, decimal text. */
  readonly revision: string;
  readonly category: string;
  /** Region the fact is about; null where it is about none, such as a framework. */
  readonly region: string | null;
  readonly correlationId: string;
  readonly causationId: string;
  readonly commandId: string;
  readonly schemaVersion: number;
  /** The fact in one English sentence. */
  readonly summary: string;
}

/** Both numbers with 20 digits, so that the order of the text is the order of the log. */
export const trailId = ({ commit, prepare }: Position): string =>
  `${commit.toString().padStart(20, '0')}/${prepare.toString().padStart(20, '0')}`;

/** One row per event, by position; every index ends in it, so that paging never skips or repeats. */
export const auditTrail: RowView<AuditTrailRow> = {
  kind: 'rows',
  name: 'audit-trail',
  version: 3,
  readsFrom: 1,
  eventTypes: summarisedTypes,
  idOf: ({ position }) => trailId(position),
  rowOf: ({ id, stream, revision, event, metadata }) => ({
    eventId: id,
    recordedAt: metadata.recordedAt,
    actor: metadata.actor,
    type: event.type,
    stream,
    revision: revision.toString(),
    category: categoryOf(stream),
    region: regionOf(event),
    correlationId: metadata.$correlationId,
    causationId: metadata.$causationId,
    commandId: metadata.commandId,
    schemaVersion: metadata.schemaVersion,
    summary: summaryOf(event),
  }),
  indexes: [
    { region: 1, _id: 1 },
    { 'actor.id': 1, _id: 1 },
    { stream: 1, _id: 1 },
    { type: 1, _id: 1 },
    { category: 1, _id: 1 },
    { recordedAt: 1, _id: 1 },
    { region: 1, recordedAt: 1, _id: 1 },
    { 'actor.id': 1, recordedAt: 1, _id: 1 },
    { stream: 1, recordedAt: 1, _id: 1 },
    { type: 1, recordedAt: 1, _id: 1 },
  ],
};

function regionOf({ data }: JejakEvent): string | null {
  if ('region' in data) return data.region;
  return 'code' in data ? data.code : null;
}
