import { comparePositions, type Position } from '@jejak/domain';
import { formatPosition } from '@jejak/event-store';
import { problem } from '@jejak/http';
import {
  fromStored,
  notDeleted,
  viewCollection,
  type Stored,
  type StoredDocument,
  type ViewIdentity,
  type ViewPositions,
} from '@jejak/projection';
import type { View, ViewQuery } from '@jejak/views';
import { Inject, Injectable } from '@nestjs/common';
import type { Db, Filter } from 'mongodb';

import { READ_DATABASE, VIEW_POSITIONS } from '../tokens';

/** How long a query waits for the views to reach the position it was asked to. */
const patienceMilliseconds = 5_000;

export interface Found<Document> {
  readonly id: string;
  readonly document: Document;
}

/** Reads the views' documents and says where they stand. */
@Injectable()
export class ViewReader {
  constructor(
    @Inject(READ_DATABASE) private readonly database: Db,
    @Inject(VIEW_POSITIONS) private readonly positions: ViewPositions,
  ) {}

  /**
   * The position that whatever is read from the views after this contains at least: that of the view
   * furthest behind, null before its first event. Throws `view.not-there-yet` when the views do not
   * reach `after` in time.
   */
  async standing(views: readonly ViewIdentity[], after: Position | null): Promise<Position | null> {
    const standing = await Promise.all(
      views.map((view) =>
        after === null ? this.positions.positionOf(view) : this.reached(view, after),
      ),
    );
    return standing.reduce((a, b) => a && b && (comparePositions(a, b) <= 0 ? a : b));
  }

  async document<Document extends object>(
    view: View<Document>,
    id: string,
  ): Promise<Document | null> {
    const found = await viewCollection(this.database, view).findOne({ _id: id, ...notDeleted });
    return found && fromStored<Document>(found);
  }

  async documents<Document extends object>(
    view: View<Document>,
    { filter, sort, limit }: ViewQuery,
  ): Promise<readonly Found<Document>[]> {
    const found = await viewCollection(this.database, view)
      .find({ ...filter, ...notDeleted } as Filter<StoredDocument>)
      .sort({ ...sort })
      .limit(limit)
      .toArray();
    return found.map((stored) => ({
      id: stored._id,
      document: fromStored<Document>(stored as Stored<Document>),
    }));
  }

  private async reached(view: ViewIdentity, after: Position): Promise<Position | null> {
    const { reached, position } = await this.positions.waitFor(view, after, patienceMilliseconds);
    if (reached) return position;
    const stands = position === null ? 'at no event yet' : `at ${formatPosition(position)}`;
    throw problem('view.not-there-yet', {
      detail: `The view ${view.name} stands ${stands}; ${formatPosition(after)} was asked for.`,
      headers: position === null ? {} : { 'Jejak-Position': formatPosition(position) },
    });
  }
}
