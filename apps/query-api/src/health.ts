import { formatPosition } from '@jejak/event-store';
import { type PartHealth } from '@jejak/http';
import { type ReadableView, ViewBeingBuilt, type ViewStandings } from '@jejak/projection';

/** What a query of a view is answered from. */
export interface ViewHealth {
  /** `being built`: there is nothing to read, and queries of this view are answered with 503. */
  readonly state: 'served' | 'being built';
  /** `<commit>/<prepare>`; null before the first event, and while nothing can be read. */
  readonly position: string | null;
  /** Of the documents that are read: an older version while the code's own is being built. */
  readonly version: number;
  readonly build: number | null;
  /** Documents, rows and streams that stand still behind an event. */
  readonly parked: number;
  /** Handled so far by the build of a view that cannot be read yet; null when it has not begun. */
  readonly eventsBuilt?: number | null;
}

/**
 * Where the views stand. Ready when each of them can be read: those that are behind still answer and
 * say how far they are, and one that cannot be read keeps no other from being shown here.
 */
export async function viewsHealth(
  standings: Pick<ViewStandings, 'standing'>,
  views: readonly ReadableView[],
): Promise<PartHealth> {
  try {
    const health = await Promise.all(
      views.map(async (view) => [view.name, await viewHealth(standings, view)] as const),
    );
    const ready = health.every(([, { state }]) => state === 'served');
    return { ready, views: Object.fromEntries(health) };
  } catch (error) {
    return { ready: false, error: error instanceof Error ? error.message : String(error) };
  }
}

async function viewHealth(
  standings: Pick<ViewStandings, 'standing'>,
  view: ReadableView,
): Promise<ViewHealth> {
  try {
    const { generation, position, parked } = await standings.standing(view);
    const { version, build } = generation;
    return {
      state: 'served',
      position: position && formatPosition(position),
      version,
      build,
      parked,
    };
  } catch (error) {
    if (!(error instanceof ViewBeingBuilt)) throw error;
    const { version } = view;
    const nothing = { position: null, version, build: null, parked: 0 };
    return { state: 'being built', ...nothing, eventsBuilt: error.events };
  }
}
