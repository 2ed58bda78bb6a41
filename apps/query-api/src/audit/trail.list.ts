import { auditTrail, type AuditTrailRow } from '@jejak/views';

import { listOf } from '../reading/list';
import { instantOf } from '../reading/moments';

/** A row of the trail with the place of its event in the log. */
export type TrailRow = AuditTrailRow & { readonly position: string };

export const trailList = listOf(auditTrail, {
  path: '/v1/audit/trail',
  filters: {
    region: 'region',
    actor: 'actor.id',
    stream: 'stream',
    type: 'type',
    from: { field: 'recordedAt', is: 'from', read: (moment) => instantOf(moment, 'start') },
    to: { field: 'recordedAt', is: 'until', read: (moment) => instantOf(moment, 'end') },
  },
  sorts: { position: '_id', recordedAt: 'recordedAt' },
  defaultSort: '-position',
  item: trailRow,
  columns: {
    position: ({ position }) => position,
    recordedAt: ({ recordedAt }) => recordedAt,
    type: ({ type }) => type,
    schemaVersion: ({ schemaVersion }) => schemaVersion,
    category: ({ category }) => category,
    stream: ({ stream }) => stream,
    revision: ({ revision }) => revision,
    region: ({ region }) => region,
    actor: ({ actor }) => actor.id,
    actorKind: ({ actor }) => actor.kind,
    summary: ({ summary }) => summary,
    commandId: ({ commandId }) => commandId,
    correlationId: ({ correlationId }) => correlationId,
    causationId: ({ causationId }) => causationId,
    eventId: ({ eventId }) => eventId,
  },
});

export function trailRow(row: AuditTrailRow, id: string): TrailRow {
  return { position: unpadded(id), ...row };
}

/** `00000000000000000100/00000000000000000100` as `100/100`. */
const unpadded = (id: string): string => id.replace(/\b0+(?=\d)/g, '');
