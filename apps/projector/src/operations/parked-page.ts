import { type Position, comparePositions } from '@jejak/domain';
import { formatPosition, parsePosition } from '@jejak/event-store';
import { type CursorPart, decodeCursor, encodeCursor, problem } from '@jejak/http';
import type { ParkedEntry } from '@jejak/projection';

/** Where an entry stands in the list, by which a page goes on although others were released. */
interface Place {
  readonly view: string;
  readonly position: Position;
  readonly kind: string;
  readonly key: string;
  /** What is parked and what stops a build can be the same event at the same key. */
  readonly build: number;
}

export interface ParkedPage {
  readonly items: readonly ParkedEntry[];
  /** Cursor of the next page; null on the last. */
  readonly next: string | null;
}

const placeOf = ({ generation, event, kind, key }: ParkedEntry): Place => ({
  view: generation.name,
  position: event.position,
  kind,
  key,
  build: generation.build,
});

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const comparePlaces = (a: Place, b: Place): number =>
  compareText(a.view, b.view) ||
  comparePositions(a.position, b.position) ||
  compareText(a.kind, b.kind) ||
  compareText(a.key, b.key) ||
  a.build - b.build;

/** By view, then in the order of the log. Throws `request.invalid` for a cursor of anybody else. */
export function pageOfParked(
  entries: readonly ParkedEntry[],
  limit: number,
  cursor: string | undefined,
): ParkedPage {
  const after = cursor === undefined ? null : placeIn(decodeCursor(cursor, 5));
  const rest = entries
    .map((entry) => ({ entry, place: placeOf(entry) }))
    .filter(({ place }) => after === null || comparePlaces(place, after) > 0)
    .sort((a, b) => comparePlaces(a.place, b.place));
  const shown = rest.slice(0, limit);
  const last = shown.at(-1)?.place;
  return {
    items: shown.map(({ entry }) => entry),
    next: last === undefined || rest.length <= limit ? null : cursorAt(last),
  };
}

const cursorAt = ({ view, position, kind, key, build }: Place): string =>
  encodeCursor([view, formatPosition(position), kind, key, build]);

function placeIn([view, at, kind, key, build]: readonly CursorPart[]): Place {
  const position = typeof at === 'string' ? parsePosition(at) : null;
  const isText =
    typeof view === 'string' && typeof kind === 'string' && typeof key === 'string' && position;
  if (isText && typeof build === 'number') return { view, position, kind, key, build };
  throw problem('request.invalid', {
    field: 'cursor',
    detail: 'The cursor is none that was given out here.',
    fix: 'Pass on the link of the page before unchanged, or leave the cursor out to start over.',
  });
}
