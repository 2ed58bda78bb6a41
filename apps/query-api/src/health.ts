import { formatPosition } from '@jejak/event-store';
import { type PartHealth } from '@jejak/http';
import { type ViewIdentity, type ViewPositions } from '@jejak/projection';

/**
 * Where the views stand, as `<commit>/<prepare>` or null before the first event. Ready when that can
 * be read: views that are behind still answer, and say how far they are.
 */
export async function viewsHealth(
  positions: Pick<ViewPositions, 'positionOf'>,
  views: readonly ViewIdentity[],
): Promise<PartHealth> {
  try {
    const standing = await Promise.all(
      views.map(async (view) => {
        const position = await positions.positionOf(view);
        return [view.name, position && formatPosition(position)] as const;
      }),
    );
    return { ready: true, positions: Object.fromEntries(standing) };
  } catch (error) {
    return { ready: false, error: error instanceof Error ? error.message : String(error) };
  }
}
