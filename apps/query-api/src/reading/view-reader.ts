import { comparePositions, type Position } from '@jejak/domain';
import { formatPosition } from '@jejak/event-store';
import { problem, type Problem } from '@jejak/http';
import {
  ViewBeingBuilt,
  type ReadableView,
  type Standing,
  type ViewStandings,
} from '@jejak/projection';
import { Inject, Injectable } from '@nestjs/common';
import type { Db } from 'mongodb';

import { READ_DATABASE, VIEW_STANDINGS } from '../tokens';
import { ViewReading } from './view-reading';

/** How long a query waits for the views to reach the position it was asked to. */
const patienceMilliseconds = 5_000;

/** Opens the views for one request after another. */
@Injectable()
export class ViewReader {
  constructor(
    @Inject(READ_DATABASE) private readonly database: Db,
    @Inject(VIEW_STANDINGS) private readonly standings: ViewStandings,
  ) {}

  /**
   * These views as they stand now, for one request. Throws `view.not-there-yet` when they do not
   * reach `after` in time, `view.being-built` when there is nothing to read of one of them.
   */
  async reading(views: readonly ReadableView[], after: Position | null): Promise<ViewReading> {
    const standing = (view: ReadableView): Promise<Standing> =>
      after === null
        ? this.standings.standing(view)
        : this.standings.waitFor(view, after, patienceMilliseconds);
    const standings = new Map(
      await Promise.all(
        views.map(async (view) => [view.name, await standing(view).catch(explain)] as const),
      ),
    );
    const reading = new ViewReading(this.database, this.standings, standings);
    if (after !== null && !reaches(after, reading.position)) {
      throw notThereYet(standings, after, reading.position);
    }
    return reading;
  }
}

const reaches = (after: Position, position: Position | null): boolean =>
  position !== null && comparePositions(after, position) <= 0;

function notThereYet(
  standings: ReadonlyMap<string, Standing>,
  after: Position,
  furthestBehind: Position | null,
): Problem {
  const places = [...standings].map(([name, { position }], index) => {
    const place = position === null ? 'no event yet' : formatPosition(position);
    return index === 0 ? `The view ${name} stands at ${place}` : `${name} at ${place}`;
  });
  return problem('view.not-there-yet', {
    detail: `${places.join(', ')}; ${formatPosition(after)} was asked for.`,
    headers: furthestBehind === null ? {} : { 'Jejak-Position': formatPosition(furthestBehind) },
  });
}

function explain(error: unknown): never {
  if (!(error instanceof ViewBeingBuilt)) throw error;
  const { name, version } = error.view;
  const progress =
    error.events === null
      ? 'its build has not begun'
      : `its build has handled ${error.events} events so far`;
  throw problem('view.being-built', {
    detail: `Version ${version} of the view ${name} is not there to be read: ${progress}.`,
    cause: error,
  });
}
