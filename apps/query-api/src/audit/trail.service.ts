import type { Position } from '@jejak/domain';
import { limitOf } from '@jejak/http';
import { auditTrail, pageOf, trailQuery, type AuditTrailRow } from '@jejak/views';
import { Injectable } from '@nestjs/common';

import { instantOf } from '../reading/moments';
import { identifierOf, pageReply, type PageReply } from '../reading/replies';
import { ViewReader } from '../reading/view-reader';
import type { TrailQuery } from './audit.query';

/** A row of the trail with the place of its event in the log. */
export type TrailRow = AuditTrailRow & { readonly position: string };

@Injectable()
export class TrailService {
  constructor(private readonly views: ViewReader) {}

  async trail(query: TrailQuery, after: Position | null): Promise<PageReply<TrailRow>> {
    const limit = limitOf(query);
    const asked = trailQuery(filtersOf(query), identifierOf(query.cursor), limit);
    const reading = await this.views.reading([auditTrail], after);
    const found = await reading.documents(auditTrail, asked);
    const page = pageOf(found, limit, ({ id }) => id);
    const items = page.items.map(({ id, document }) => ({ position: unpadded(id), ...document }));
    return pageReply({ ...page, items }, reading, '/v1/audit/trail', query);
  }
}

const filtersOf = ({ from, to, ...exact }: TrailQuery) => ({
  ...exact,
  ...(from === undefined ? {} : { from: instantOf(from, 'start') }),
  ...(to === undefined ? {} : { to: instantOf(to, 'end') }),
});

/** `00000000000000000100/00000000000000000100` as `100/100`. */
const unpadded = (id: string): string => id.replace(/\b0+(?=\d)/g, '');
